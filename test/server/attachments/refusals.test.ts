import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { type Attachment, takeIn } from '#server/attachments/index.ts';
import { files } from '#server/platform/files/files.ts';
import { Problem } from '#server/platform/problem.ts';
import { LARGEST_FILE } from '#shared/domain/attachments.ts';
import { pdfWithScript } from '../../support/documents.ts';
import { bombPng, halves, heicHead } from '../../support/pictures.ts';
import { incoming, refusalOf, storedFiles, useFileStore } from '../../support/uploads.ts';

const _bytesOf = async (id: string | null): Promise<Buffer> => {
  const file = id && (await files().store.open(id));
  return file ? buffer(file.read()) : assert.fail('no such file');
};
const _taken = async (content: Buffer, name?: string): Promise<Attachment> =>
  (await takeIn(incoming(content, name ? { name } : {}))).attachment;

describe('attachments: refusing a file', () => {
  useFileStore();
  afterEach(async () => assert.equal(await storedFiles(), 0, 'something of a refused file was kept'));

  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const padding = ' '.repeat(5_000);
  for (const [why, file, code] of [
    ['no bytes at all', '', 'file.empty'],
    ['one byte', 'x', 'file.type'],
    ['SVG with a script', script, 'file.type'],
    ['the same, long', script + padding, 'file.type'],
    ['a page', `<!doctype html><script>alert(1)</script>${padding}`, 'file.type'],
    ['a program', `MZ${'\0'.repeat(58)}@\0\0\0PE\0\0`, 'file.type'],
    ['a picture that is a script', 'GIF89a/*\0\0\0*/=1;alert(1)//', 'file.broken'],
    ['a video', `\0\0\0\x18ftypisom\0\0\0\0${padding}`, 'file.type'],
    ['half a JPEG header', '\xff\xd8\xff\xe0', 'file.broken'],
  ] as const)
    it(`calls ${why} ${code}`, async () => {
      assert.equal(await refusalOf(incoming(Buffer.from(file, 'latin1'))), code);
    });
  for (const brand of ['heic', 'heix', 'mif1', 'hevc'])
    it(`tells an iPhone's photo (${brand}) what it is`, async () => {
      assert.equal(await refusalOf(incoming(heicHead(brand))), 'file.heic');
    });

  it('calls a small file of a vast picture file.too-many-pixels', async () => {
    const bomb = bombPng(30_000);
    assert.ok(bomb.length < 200_000);
    assert.equal((await sharp(bomb, { limitInputPixels: false }).metadata()).width, 30_000);
    assert.equal(await refusalOf(incoming(bomb)), 'file.too-many-pixels');
  });
  it('calls a JPEG that did not arrive whole file.broken, and any other picture too', async () => {
    const noise = {
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 120, sigma: 40 },
      },
    } as const;
    for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
      const whole = await sharp(noise).toFormat(format).toBuffer();
      assert.equal(await refusalOf(incoming(whole.subarray(0, whole.length / 2))), 'file.broken', format);
    }
  });
  it('stops reading at the first byte too many', async () => {
    let read = 0;
    async function* endless(head: Buffer) {
      for (yield head; ; read += 65_536) yield Buffer.alloc(65_536);
    }
    assert.equal(await refusalOf(incoming(endless(await halves().jpeg().toBuffer()))), 'file.too-large');
    assert.ok(read <= LARGEST_FILE.photo);
    read = 0;
    assert.equal(await refusalOf(incoming(endless(pdfWithScript()))), 'file.too-large');
    assert.ok(read <= LARGEST_FILE.document);
    read = 0;
    assert.equal(await refusalOf(incoming(endless(heicHead()))), 'file.heic');
    assert.ok(read <= 65_536);
  });
  it('asks to come again while too many bytes are on their way, and forgets them when they are gone', async () => {
    const photo = await halves().jpeg().toBuffer();
    let go = (): void => undefined;
    const held = new Promise<void>((resume) => {
      go = resume;
    });
    async function* slow() {
      yield Buffer.concat([photo, Buffer.alloc(19 * 2 ** 20)]);
      await held;
      yield Buffer.alloc(2 * 2 ** 20);
    }
    const many = Array.from({ length: 12 }, () => refusalOf(incoming(slow())));
    const [first] = await Promise.all([Promise.race(many)]);
    assert.equal(first, 'too-many-requests');
    go();
    const fates = await Promise.all(many);
    assert.deepEqual(
      [fates.filter((fate) => fate === 'file.too-large').length >= 9, fates.includes(null)],
      [true, false],
    );
    assert.equal(await refusalOf(incoming(Buffer.alloc(0))), 'file.empty');
  });
  it('says which field it was', async () => {
    const cause = await takeIn(incoming(Buffer.alloc(0), { field: 'photos.2' })).catch((thrown) => thrown);
    assert.ok(cause instanceof Problem);
    assert.deepEqual(
      [cause.status, cause.details.errors],
      [422, [{ in: 'body', path: 'photos.2', code: 'file.empty' }]],
    );
  });
  it('passes on what broke on the way, and keeps nothing', async () => {
    async function* torn() {
      yield await halves().jpeg().toBuffer();
      throw new Error('the connection broke');
    }
    await assert.rejects(takeIn(incoming(torn())), /the connection broke/);
  });
});
