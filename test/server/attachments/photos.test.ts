import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import sharp, { type Sharp } from 'sharp';
import { type Attachment, attachmentsOf, takeIn } from '#server/attachments/index.ts';
import { files } from '#server/platform/files/files.ts';
import { aDocx } from '../../support/documents.ts';
import { colourAt, halves, phonePhoto } from '../../support/pictures.ts';
import { incoming, refusalOf, useFileStore } from '../../support/uploads.ts';

const bytesOf = async (id: string | null): Promise<Buffer> => {
  const file = id && (await files().store.open(id));
  return file ? buffer(file.read()) : assert.fail('no such file');
};
const taken = async (content: Buffer, name?: string): Promise<Attachment> =>
  (await takeIn(incoming(content, name ? { name } : {}))).attachment;

/** As phones with bright screens write a JPEG: a second picture in it says how much brighter to show the first (ISO 21496-1). */
const withGainMap = (picture: Sharp): Sharp => (picture as Sharp & { withGainMap(): Sharp }).withGainMap();

describe('attachments: taking in a photo', () => {
  useFileStore();

  it('turns it as the camera was held, and keeps not a byte of what the camera noted', async () => {
    const raw = await phonePhoto();
    const { attachment, takenAt } = await takeIn(incoming(raw));
    const kept = await bytesOf(attachment.fileId);
    const known = await sharp(kept).metadata();
    assert.deepEqual([known.width, known.height, known.orientation, known.format], [200, 400, undefined, 'jpeg']);
    assert.deepEqual([await colourAt(kept, 0.5, 0.1), await colourAt(kept, 0.5, 0.9)], ['red', 'blue']);
    for (const id of [attachment.fileId, attachment.thumbId]) {
      const { exif, xmp, iptc, icc } = await sharp(await bytesOf(id)).metadata();
      assert.deepEqual([exif, xmp, iptc, icc], [undefined, undefined, undefined, undefined]);
      assert.ok(!(await bytesOf(id)).includes('Exif') && !(await bytesOf(id)).includes('Оксана'));
    }
    assert.deepEqual(takenAt, { type: 'Point', coordinates: [30 + 43 / 60 + 12 / 3_600, 46 + 28 / 60 + 30 / 3_600] });
    assert.ok(raw.includes('Exif') && !JSON.stringify(await attachmentsOf(attachment.owner)).includes('30.7'));
  });

  it('knows no place where the camera noted none', async () => {
    assert.equal((await takeIn(incoming(await halves().jpeg().toBuffer()))).takenAt, null);
  });
  for (const [why, gps] of [
    ['0°, 0°', { GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' }],
    ['a place off the Earth', { GPSLatitude: '91/1 0/1 0/1', GPSLongitude: '30/1 0/1 0/1' }],
    ['a fraction of nothing', { GPSLatitude: '46/0 0/0 0/0', GPSLongitude: '30/1 0/1 0/1' }],
    ['half a place', { GPSLatitude: '46/1 0/1 0/1' }],
  ] as const)
    it(`makes nothing of ${why}`, async () => {
      const photo = await halves()
        .withExif({ IFD3: { ...gps } })
        .jpeg()
        .toBuffer();
      assert.equal((await takeIn(incoming(photo))).takenAt, null);
    });

  it('makes large ones 2000 pixels a side, and a small picture of each', async () => {
    const { attachment } = await takeIn(incoming(await halves(4_000, 3_000).jpeg().toBuffer()));
    assert.deepEqual([attachment.width, attachment.height], [2_000, 1_500]);
    const thumb = await sharp(await bytesOf(attachment.thumbId)).metadata();
    assert.deepEqual([thumb.width, thumb.height, thumb.format], [480, 360, 'jpeg']);
    const small = await taken(await halves(100, 50).jpeg().toBuffer());
    assert.deepEqual([small.width, small.height], [100, 50]);
  });

  for (const format of ['png', 'webp', 'avif', 'gif', 'jpeg'] as const)
    it(`takes ${format} and keeps a JPEG, whatever the file is called`, async () => {
      const row = await taken(await halves().toFormat(format).toBuffer(), 'Яма на дорозі.exe');
      assert.deepEqual(
        [row.kind, row.type, row.name, row.width, row.height],
        ['photo', 'image/jpeg', 'Яма на дорозі.jpg', 400, 200],
      );
      const kept = await bytesOf(row.fileId);
      assert.deepEqual([(await sharp(kept).metadata()).format, kept.length], ['jpeg', row.bytes]);
      assert.deepEqual([await colourAt(kept, 0.1, 0.5), await colourAt(kept, 0.9, 0.5)], ['red', 'blue']);
    });
  it('takes a PNG that is called .jpg', async () => {
    assert.equal((await taken(await halves().png().toBuffer(), 'photo.jpg')).name, 'photo.jpg');
  });
  it('shows what is seen through on white', async () => {
    const clear = {
      create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    } as const;
    const row = await taken(await sharp(clear).png().toBuffer());
    assert.equal(await colourAt(await bytesOf(row.fileId), 0.5, 0.5), 'white');
  });
  it('takes the first frame of a moving picture', async () => {
    const frames = await Promise.all([halves(), halves().negate()].map((one) => one.png().toBuffer()));
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    assert.equal((await sharp(moving).metadata()).pages, 2);
    const row = await taken(moving);
    assert.deepEqual([row.width, row.height], [400, 200]);
    assert.equal(await colourAt(await bytesOf(row.fileId), 0.1, 0.5), 'red');
  });
  it('takes the plain picture of one made for bright screens, and drops the other that is hidden in it', async () => {
    const bright = await withGainMap(sharp(await halves().jpeg().toBuffer()))
      .jpeg()
      .toBuffer();
    assert.ok((await sharp(bright).metadata()).gainMap);
    const kept = await bytesOf((await taken(bright)).fileId);
    assert.equal((await sharp(kept).metadata()).gainMap, undefined);
    assert.deepEqual([await colourAt(kept, 0.1, 0.5), await colourAt(kept, 0.9, 0.5)], ['red', 'blue']);
  });
  it('drops what was glued to the end of a picture', async () => {
    const glued = Buffer.concat([await halves().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>'), aDocx()]);
    const kept = await bytesOf((await taken(glued)).fileId);
    assert.ok(!kept.includes('<script') && !kept.includes('word/document.xml'));
  });
  it('decodes those that come at once in turn, and asks those beyond the queue to come again', async () => {
    const photo = await halves(1_500, 1_000).jpeg().toBuffer();
    const fates = await Promise.all(Array.from({ length: 30 }, () => refusalOf(incoming(photo))));
    assert.ok(fates.filter((fate) => fate === null).length >= 22);
    assert.deepEqual([...new Set(fates)].sort(), ['too-many-requests', null].sort());
    assert.equal(await refusalOf(incoming(photo)), null);
  });
});
