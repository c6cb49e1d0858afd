import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { Types } from 'mongoose';
import sharp from 'sharp';
import {
  type Attachment,
  attachmentById,
  attachmentsOf,
  linkToCase,
  presentAttachment,
  presentPublicPhoto,
  publicPhotosOf,
  redactPhoto,
  removeAttachment,
  sweepOrphans,
  takeIn,
} from '#server/attachments/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { files } from '#server/platform/files/files.ts';
import { transaction } from '#server/platform/transaction.ts';
import { AttachedFile, PublicPhoto } from '#shared/contract/attachments.ts';
import { aDocx } from '../../support/documents.ts';
import { colourAt, halves } from '../../support/pictures.ts';
import { aDraft, incoming, storedFiles, useFileStore } from '../../support/uploads.ts';

const HOUR_MS = 3_600_000;
const aPhoto = () => halves().jpeg().toBuffer();
const aCase = () => ({ kind: 'case', id: String(new Types.ObjectId()) }) as const;
const taken = async (owner: Attachment['owner'], content?: Buffer): Promise<Attachment> =>
  (await takeIn(incoming(content ?? (await aPhoto()), { owner }))).attachment;
const bytesOf = async (id: string | null): Promise<Buffer> => {
  const file = id && (await files().store.open(id));
  return file ? buffer(file.read()) : assert.fail('no such file');
};
const idsOf = (rows: readonly Attachment[]): string[] => rows.map(({ _id }) => String(_id));

describe('attachments: what a draft has', () => {
  useFileStore();

  it('is listed in the order of coming, and found by id', async () => {
    const owner = aDraft();
    const rows = [await taken(owner), await taken(owner, aDocx()), await taken(owner)];
    await taken(aDraft());
    assert.deepEqual(idsOf(await attachmentsOf(owner)), idsOf(rows));
    assert.deepEqual((await attachmentById(String(rows[1]?._id)))?.name, 'IMG_0042.docx');
    for (const id of ['', 'x'.repeat(12), '0'.repeat(24), '$ne']) assert.equal(await attachmentById(id), null);
  });
  it('can be taken back with all its copies, by nobody else, and makes room for another', async () => {
    const owner = aDraft();
    const rows = [];
    for (let i = 0; i < 5; i += 1) rows.push(await taken(owner));
    const id = String(rows[2]?._id);
    assert.equal(await removeAttachment({ owner: aDraft(), id }), false);
    assert.equal(await removeAttachment({ owner: { kind: 'case', id: owner.id }, id }), false);
    assert.equal(await removeAttachment({ owner, id: 'nonsense' }), false);
    assert.equal(await storedFiles(), 10);
    assert.equal(await removeAttachment({ owner, id }), true);
    assert.equal(await removeAttachment({ owner, id }), false);
    assert.equal(await storedFiles(), 8);
    const again = await taken(owner);
    assert.deepEqual(idsOf(await attachmentsOf(owner)).slice(-1), idsOf([again]));
  });

  it('becomes the case’s in the transaction that files it, in the same order', async () => {
    const [owner, filed] = [aDraft(), aCase()];
    const rows = [await taken(owner), await taken(owner, aDocx())];
    const link = () => transaction(({ session }) => linkToCase(session, owner.id, filed.id));
    assert.deepEqual((await link()).map(String), idsOf(rows));
    assert.deepEqual([await attachmentsOf(owner), idsOf(await attachmentsOf(filed))], [[], idsOf(rows)]);
    assert.deepEqual((await link()).map(String), idsOf(rows), 'a filing that is run again');
    assert.equal(await removeAttachment({ owner, id: String(rows[0]?._id) }), false);
  });
  it('stays the draft’s when the filing fails', async () => {
    const [owner, filed] = [aDraft(), aCase()];
    const rows = [await taken(owner)];
    const failed = transaction(async ({ session }) => {
      await linkToCase(session, owner.id, filed.id);
      throw new Error('no such category');
    });
    await assert.rejects(failed, /no such category/);
    assert.deepEqual([idsOf(await attachmentsOf(owner)), await attachmentsOf(filed)], [idsOf(rows), []]);
  });
  it('is nothing for a case where there was nothing', async () => {
    assert.deepEqual(await transaction(({ session }) => linkToCase(session, aDraft().id, aCase().id)), []);
  });
});

describe('attachments: the copy for everybody', () => {
  useFileStore();

  it('has black where staff drew, to the last byte, and the photo itself is as it was', async () => {
    const photo = await taken(aCase());
    const whole = await bytesOf(photo.fileId);
    const rectangles = [
      { x: 0, y: 0, width: 0.25, height: 0.5 },
      { x: 0.9, y: 0.9, width: 0.1, height: 0.1 },
    ];
    const made = await redactPhoto(String(photo._id), rectangles);
    for (const id of [made.publicFileId, made.publicThumbId]) {
      const copy = await bytesOf(id);
      const seen = await Promise.all(
        (
          [
            [0.02, 0.02],
            [0.22, 0.47],
            [0.98, 0.98],
            [0.4, 0.2],
            [0.2, 0.7],
            [0.7, 0.7],
          ] as const
        ).map(([x, y]) => colourAt(copy, x, y)),
      );
      assert.deepEqual(seen, ['black', 'black', 'black', 'red', 'red', 'blue']);
    }
    assert.ok(whole.equals(await bytesOf(photo.fileId)));
    assert.deepEqual(
      (await attachmentById(String(photo._id)))?.redactions.map(({ x, y, width, height }) => ({ x, y, width, height })),
      rectangles,
    );
  });
  it('covers every pixel that a rectangle touches, at the edges too', async () => {
    const photo = await taken(
      aCase(),
      await sharp({ create: { width: 101, height: 53, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    const made = await redactPhoto(String(photo._id), [{ x: 0, y: 0, width: 1, height: 1 }]);
    const { channels } = await sharp(await bytesOf(made.publicFileId)).stats();
    assert.deepEqual(
      channels.map(({ max }) => max),
      [0, 0, 0],
    );
    const thin = await redactPhoto(String(photo._id), [{ x: 1, y: 0.5, width: 0.0001, height: 0.0001 }]);
    assert.notEqual(thin.publicFileId, made.publicFileId);
  });
  it('is a copy of its own where there was nothing to hide', async () => {
    const photo = await taken(aCase());
    const made = await redactPhoto(String(photo._id), []);
    assert.ok(made.publicFileId && made.publicFileId !== photo.fileId);
    assert.equal(await colourAt(await bytesOf(made.publicFileId), 0.1, 0.5), 'red');
  });
  it('takes the place of the one before, of which nothing stays', async () => {
    const photo = await taken(aCase());
    const first = await redactPhoto(String(photo._id), []);
    const second = await redactPhoto(String(photo._id), [{ x: 0, y: 0, width: 1, height: 1 }]);
    assert.equal(await files().store.open(String(first.publicFileId)), null);
    assert.equal(await files().store.open(String(first.publicThumbId)), null);
    assert.equal(await storedFiles(), 4);
    assert.equal((await attachmentById(String(photo._id)))?.publicFileId, second.publicFileId);
  });
  it('leaves no copy too many when two people draw at once', async () => {
    const photo = await taken(aCase());
    await Promise.all([1, 2, 3].map(() => redactPhoto(String(photo._id), [])));
    assert.equal(await storedFiles(), 4);
    await bytesOf((await attachmentById(String(photo._id)))?.publicFileId ?? null);
  });
  it('is made of a photo of a case alone', async () => {
    for (const id of [
      String((await taken(aDraft()))._id),
      String((await taken(aCase(), aDocx()))._id),
      '0'.repeat(24),
      'x',
    ])
      await assert.rejects(redactPhoto(id, []), { code: 'not-found' });
  });

  it('is told to everybody in the order asked, and without what its sender called it', async () => {
    const owner = aCase();
    const rows = [await taken(owner), await taken(owner), await taken(owner)];
    const [a, b, c] = idsOf(rows) as [string, string, string];
    await redactPhoto(a, []);
    await redactPhoto(c, []);
    const found = await publicPhotosOf([c, b, a, '0'.repeat(24), 'nonsense']);
    assert.deepEqual(idsOf(found), [c, a]);
    const shown = found.map(presentPublicPhoto);
    assert.deepEqual(shown[0], {
      id: c,
      purpose: 'appeal',
      width: 400,
      height: 200,
      url: `/files/${c}?copy=public`,
      thumbUrl: `/files/${c}/thumb?copy=public`,
    });
    for (const one of shown) assert.deepEqual(PublicPhoto.parse(one), one);
    const whole = presentAttachment((await attachmentById(a)) ?? assert.fail());
    assert.deepEqual(AttachedFile.parse(whole), whole);
    assert.deepEqual([whole.name, whole.hasPublicCopy, whole.thumbUrl], ['IMG_0042.jpg', true, `/files/${a}/thumb`]);
  });
});

describe('attachments: the sweep', () => {
  useFileStore();
  afterEach(() => shiftClock(0));

  it('removes what was sent with drafts that nobody filed in 48 hours, and nothing else', async () => {
    shiftClock(-49 * HOUR_MS);
    const [left, filed, worked] = [aDraft(), aCase(), aDraft()];
    await taken(left);
    await taken(left, aDocx());
    const stays = [await taken(filed), await taken(worked)];
    shiftClock(-47 * HOUR_MS);
    const young = await taken(aDraft());
    shiftClock(0);
    const asked: string[][] = [];
    const swept = await sweepOrphans(async (ids) => {
      asked.push([...ids].sort());
      return new Set([worked.id]);
    });
    assert.deepEqual([swept, asked], [{ rows: 2, files: 0 }, [[left.id, worked.id].sort()]]);
    assert.deepEqual(await attachmentsOf(left), []);
    for (const { _id, fileId } of [...stays, young]) {
      assert.ok(await attachmentById(String(_id)));
      assert.ok(await files().store.open(fileId));
    }
    assert.equal(await storedFiles(), 6);
    assert.deepEqual(await sweepOrphans(), { rows: 1, files: 0 });
  });
  it('removes files that no row names, once they are old, and no copy that one does', async () => {
    shiftClock(-50 * HOUR_MS);
    const photo = await taken(aCase());
    const id = String(photo._id);
    const made = await redactPhoto(id, []);
    const put = (of: string, kind = 'attachment') =>
      files().store.put(Buffer.from('x'), { type: 'image/jpeg', holder: { kind, id: of } });
    const ofNobody = await put(String(new Types.ObjectId()));
    const ofSomebodyElse = await put(id); // a copy that was replaced while the process died
    const ofAnotherKind = await put(String(new Types.ObjectId()), 'paper');
    shiftClock(0);
    const young = await put(String(new Types.ObjectId()));
    assert.deepEqual(await sweepOrphans(), { rows: 0, files: 2 });
    for (const gone of [ofNobody, ofSomebodyElse]) assert.equal(await files().store.open(gone), null);
    for (const there of [photo.fileId, made.publicFileId, made.publicThumbId, young, ofAnotherKind])
      assert.ok(await files().store.open(String(there)));
  });
});
