import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import express from 'express';
import { Types } from 'mongoose';
import sharp from 'sharp';
import { fileRoutes, type MayRead } from '#server/attachments/files.routes.ts';
import { type Attachment, redactPhoto, removeAttachment, takeIn } from '#server/attachments/index.ts';
import { problems, refuser } from '#server/http/problems.ts';
import { files, useFiles } from '#server/platform/files/files.ts';
import { aDocx, pdfWithScript } from '../../support/documents.ts';
import { halves } from '../../support/pictures.ts';
import { type RawAnswer, useServer } from '../../support/raw-http.ts';
import { incoming, useFileStore } from '../../support/uploads.ts';

const owner = { kind: 'case', id: String(new Types.ObjectId()) } as const;
const taken = async (content: Buffer, name: string): Promise<Attachment> =>
  (await takeIn(incoming(content, { owner, name }))).attachment;
const aPhoto = async () => taken(await halves().jpeg().toBuffer(), 'Двір Шевченків.jpg');

describe('attachments: over HTTP', () => {
  useFileStore();
  let mayRead: MayRead = async () => null;
  const app = express()
    .disable('etag')
    .use(fileRoutes((...asked) => mayRead(...asked)))
    .use(problems(refuser((_, { code }) => ({ body: code }))));
  const ask = useServer(() => app);
  const get = (path: string, headers = {}): Promise<RawAnswer> => ask('GET', path, headers);
  beforeEach(() => {
    mayRead = async () => 'original';
  });

  it('sends a photo as it was kept, and its small picture', async () => {
    const photo = await aPhoto();
    const [whole, small] = [await get(`/files/${photo._id}`), await get(`/files/${photo._id}/thumb`)];
    assert.deepEqual(
      [whole.status, whole.headers['content-type'], whole.body.length],
      [200, 'image/jpeg', photo.bytes],
    );
    assert.equal(Number(whole.headers['content-length']), photo.bytes);
    assert.deepEqual([small.status, (await sharp(small.body).metadata()).width], [200, 400]);
    assert.ok(small.body.length < whole.body.length);
  });
  it('lets no browser run anything, whatever is in the file', async () => {
    for (const file of [await aPhoto(), await taken(pdfWithScript(), 'x.html'), await taken(aDocx(), 'заява.docx')]) {
      const { headers } = await get(`/files/${file._id}`);
      assert.match(String(headers['content-disposition']), /^attachment; filename/);
      assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'");
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['content-type'], file.type);
      assert.equal(headers['cache-control'], 'private, no-cache');
    }
  });
  it('saves it under the sender’s name for those who see the original', async () => {
    const { headers } = await get(`/files/${(await taken(pdfWithScript(), 'Заява "1".pdf'))._id}`);
    assert.ok(String(headers['content-disposition']).endsWith(`filename*=UTF-8''${encodeURIComponent('Заява 1.pdf')}`));
  });
  it('gives everybody else the copy alone, and no word of the sender’s', async () => {
    const photo = await aPhoto();
    mayRead = async () => 'public';
    const paths = [`/files/${photo._id}`, `/files/${photo._id}/thumb`];
    for (const path of paths) assert.equal((await get(path)).status, 404);
    const made = await redactPhoto(String(photo._id), [{ x: 0, y: 0, width: 1, height: 1 }]);
    for (const path of paths) {
      const { status, body, headers } = await get(path);
      const { channels } = await sharp(body).stats();
      assert.deepEqual([status, channels.map(({ max }) => max)], [200, [0, 0, 0]]);
      assert.equal(headers['content-disposition'], `attachment; filename=${photo._id}.jpg`);
    }
    assert.equal((await get(paths[0] ?? '')).headers.etag, `"${made.publicFileId}"`);
  });
  it('is asked for every file, with who asks and for what', async () => {
    const photo = await aPhoto();
    const asked: unknown[] = [];
    mayRead = async (actor, attachment, req) => {
      asked.push([actor, String(attachment._id), attachment.owner.id, req.headers.cookie]);
      return null;
    };
    await get(`/files/${photo._id}`, { cookie: 'draft=1' });
    assert.deepEqual(asked, [[null, String(photo._id), owner.id, 'draft=1']]);
  });
  it('tells nobody apart what is not for them, what is gone and what never was', async () => {
    const photo = await aPhoto();
    const document = await taken(aDocx(), 'заява.docx');
    mayRead = async () => null;
    const answers = [await get(`/files/${photo._id}`), await get(`/files/${photo._id}/thumb`)];
    mayRead = async () => 'original';
    await removeAttachment({ owner, id: String(photo._id) });
    const others = [String(photo._id), '0'.repeat(24), 'x', '%00', `${document._id}/thumb`].map((path) =>
      get(`/files/${path}`),
    );
    answers.push(...(await Promise.all(others)));
    for (const { status, body, headers } of answers) {
      assert.deepEqual([status, String(body), headers.etag], [404, 'not-found', undefined]);
      assert.equal(headers['cache-control'], 'no-store');
    }
  });
  it('says that nothing changed to those who have it, after asking whether they still may', async () => {
    const photo = await aPhoto();
    const { headers } = await get(`/files/${photo._id}`);
    const again = await get(`/files/${photo._id}`, { 'if-none-match': headers.etag });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
    mayRead = async () => null;
    assert.equal((await get(`/files/${photo._id}`, { 'if-none-match': headers.etag })).status, 404);
  });
  it('answers HEAD with the length alone', async () => {
    const photo = await aPhoto();
    const { status, headers, body } = await ask('HEAD', `/files/${photo._id}`);
    assert.deepEqual([status, Number(headers['content-length']), body.length], [200, photo.bytes, 0]);
  });
  it('breaks the answer off when the bytes do', async () => {
    const photo = await aPhoto();
    const { store, scanner } = files();
    const torn = async function* () {
      yield Buffer.alloc(10);
      throw new Error('the database went away');
    };
    const open = async () => ({ type: 'image/jpeg', bytes: 20, read: () => Readable.from(torn()) });
    useFiles({ store: { ...store, open }, scanner });
    try {
      await assert.rejects(get(`/files/${photo._id}`), { code: 'ECONNRESET' });
    } finally {
      useFiles({ store, scanner });
    }
  });
});
