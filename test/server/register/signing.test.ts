import assert from 'node:assert/strict';
import { unzipSync, zipSync } from 'fflate';
import supertest from 'supertest';
import { extractText, getDocumentProxy } from 'unpdf';
import { shiftClock } from '#server/platform/clock.ts';
import { AnswerModel } from '#server/register/answer.model.ts';
import { dropUnusedFiles } from '#server/register/index.ts';
import { unit } from '#server/seeds/city.ts';
import { SAMPLE_SCAN } from '#server/seeds/sample-scan.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft, type Draft } from '../../support/appeals.ts';
import { phonePhoto } from '../../support/pictures.ts';
import { aKeyHolder, asByGost, asByKupyna, type KeyHolder } from '../../support/signing.ts';

const ANSWER = { text: 'Ліхтар полагоджено, роботи виконано.', result: 'resolved' } as const;

describe('register: signing an answer', () => {
  const city = useCity();
  const staff = {} as Record<'operator' | 'executor' | 'controller' | 'head', Api>;
  const tokens = {} as Record<string, string>;
  let key: KeyHolder;
  before(async () => {
    for (const login of ['operator', 'executor', 'controller', 'head'] as const) {
      tokens[login] = (await city.token(login)).token;
      staff[login] = city.api.as(tokens[login]);
    }
    key = await aKeyHolder('Марина Шевчук');
  });
  afterEach(() => shiftClock(0));

  const fetched = (path: string, token = tokens.head) =>
    supertest(city.app.listener)
      .get(path)
      .set('authorization', `Bearer ${token}`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
  const bytesAt = async (path: string, token?: string): Promise<Buffer> => {
    const { status, body } = await fetched(path, token);
    assert.equal(status, 200, path);
    return body as Buffer;
  };
  const send = (path: string, file: Buffer, name: string, token = tokens.head) =>
    supertest(city.app.listener)
      .post(path)
      .set('authorization', `Bearer ${token}`)
      .set('accept-language', 'uk')
      .attach('file', file, name);
  const codesOf = ({ body }: { body: { errors?: FieldError[] } }) => body.errors?.map(({ path, code }) => [path, code]);

  interface Waiting {
    id: string;
    number: string;
    accessCode: string;
  }
  const letterAt = (id: string) => `/api/v1/register/${id}/letter-to-sign.pdf`;
  const filesAt = (id: string) => `/api/v1/register/${id}/signed-files`;
  const FOLDER = '/api/v1/signature-folder/files';
  const sign = (id: string, signature: object, expectedVersion = 5) =>
    staff.head.post(`/api/v1/register/${id}/answer`, { expectedVersion, signature });
  /** A case whose answer waits for signature, at version 5. */
  async function waiting(over: Partial<Draft> = {}, entered?: 'phone'): Promise<Waiting> {
    const filed = entered
      ? await staff.operator.post('/api/v1/register/appeals', { ...aDraft(over), channel: entered })
      : await city.api.post('/api/v1/appeals', aDraft(over));
    const { id, number, accessCode } = filed.body;
    const move = (who: Api, verb: string, expectedVersion: number, input: object = {}) =>
      who.post(`/api/v1/register/${id}/${verb}`, { expectedVersion, ...input });
    await move(staff.operator, 'register', 1, { questionGroup: 9 });
    await move(staff.operator, 'assign', 2, { departmentId: String(unit(4)) });
    await move(staff.executor, 'accept', 3);
    assert.equal((await move(staff.executor, 'draft', 4, { answer: ANSWER })).status, 200);
    return { id, number, accessCode };
  }
  const holderOf = async ({ number, accessCode }: Waiting): Promise<string> =>
    (await city.api.post('/api/v1/sessions', { number, accessCode })).body.token;

  it('keeps the letter’s bytes from the moment that it goes for signature, and signs those', async () => {
    const one = await waiting();
    const kept = await AnswerModel.findOne({ caseId: one.id }).lean();
    assert.equal(kept?.letter?.digests[0]?.length, 64);
    const letter = await bytesAt(letterAt(one.id));
    assert.ok(letter.equals(await bytesAt(letterAt(one.id))), 'the same bytes each time');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(letter)), { mergePages: true });
    const words = text.replace(/\s+/g, '');
    assert.ok(words.includes(`/verify/${kept?.digest}`) && words.includes(ANSWER.text.replace(/\s+/g, '')), text);
    assert.doesNotMatch(text, /ПРОЄКТ|вих від/);
    const file = await key.sign(letter);
    const { status, body } = await send(filesAt(one.id), file, 'lyst.pdf.p7s');
    assert.deepEqual(
      [status, body.method, body.check, body.signers[0].name, body.number],
      [201, 'cms', 'verified', 'Марина Шевчук', one.number],
    );
    const { body: signed } = await sign(one.id, { fileId: body.id });
    assert.equal(signed.status, 'answered');
    assert.match(signed.answer.signed.outgoingNumber, /^\d+\/\d{4}-вих$/);
    assert.deepEqual(signed.answer.signed.signing, {
      method: 'cms',
      check: 'verified',
      certified: ['Марина Шевчук'],
      hasLetter: true,
    });
    // Who handles the case and its applicant have both; who may not see its people has neither.
    const holder = await holderOf(one);
    for (const token of [tokens.operator, tokens.executor]) {
      assert.ok(letter.equals(await bytesAt(`/api/v1/register/${one.id}/signed-letter.pdf`, token)));
      assert.ok(file.equals(await bytesAt(`/api/v1/register/${one.id}/signature`, token)));
    }
    assert.ok(letter.equals(await bytesAt(`/appeals/${one.number}/signed-letter.pdf`, holder)));
    assert.ok(file.equals(await bytesAt(`/appeals/${one.number}/signature`, holder)));
    assert.match(
      (await bytesAt(`/appeals/${one.number}`, holder)).toString(),
      /електронним підписом; підпис перевірено/,
    );
    for (const path of ['signed-letter.pdf', 'signature']) {
      assert.equal((await fetched(`/api/v1/register/${one.id}/${path}`, tokens.controller)).status, 403);
      assert.equal((await fetched(`/api/v1/register/${one.id}/${path}`, holder)).status, 403);
      assert.equal((await supertest(city.app.listener).get(`/api/v1/register/${one.id}/${path}`)).status, 401);
      assert.ok((await supertest(city.app.listener).get(`/appeals/${one.number}/${path}`)).status >= 403);
    }
    assert.equal((await fetched(letterAt(one.id))).status, 409);
    const page = await supertest(city.app.listener).get(`/verify/${kept?.digest}`).expect(200);
    assert.match(page.text, /електронним підписом; підпис перевірено/);
  });
  it('refuses an answer with no signed file, with that of another answer, and one that was used (art. 15(3))', async () => {
    const [one, other] = [await waiting(), await waiting()];
    assert.deepEqual(codesOf(await sign(one.id, {})), [['signature.fileId', 'signature.missing']]);
    const nothing = await staff.head.post(`/api/v1/register/${one.id}/answer`, { expectedVersion: 5 });
    assert.deepEqual(codesOf(nothing), [['signature', 'field.required']]);
    const { body } = await send(filesAt(other.id), await key.sign(await bytesAt(letterAt(other.id))), 'a.p7s');
    assert.deepEqual(codesOf(await sign(one.id, { fileId: body.id })), [['signature.fileId', 'signature.missing']]);
    assert.equal((await sign(other.id, { fileId: body.id })).status, 200);
    assert.equal((await sign(one.id, { fileId: body.id })).status, 422);
    assert.equal((await staff.head.get(`/api/v1/register/${one.id}`)).body.status, 'answer_review');
  });
  it('refuses a corrupt signature, one under another file and what is none, naming the field in the person’s language', async () => {
    const one = await waiting();
    const letter = await bytesAt(letterAt(one.id));
    const good = await key.sign(letter);
    const bad = Buffer.from(good);
    bad[bad.length - 5] = (bad[bad.length - 5] ?? 0) ^ 1;
    const refused: [Buffer, string, string][] = [
      [bad, 'a.p7s', 'signature.broken'],
      [await key.sign(Buffer.from('інший лист')), 'a.p7s', 'signature.other-file'],
      [good.subarray(0, 200), 'a.p7s', 'signature.unreadable'],
      [Buffer.from('просто слова'), 'a.p7s', 'signature.file-type'],
      [Buffer.alloc(0), 'a.p7s', 'file.empty'],
      [Buffer.from('%PDF-1.7 без кінця'), 'skan.pdf', 'file.broken'],
      [Buffer.from('GIF89a…'), 'skan.gif', 'signature.file-type'],
    ];
    for (const [file, name, code] of refused) {
      const answer = await send(filesAt(one.id), file, name);
      assert.deepEqual([answer.status, codesOf(answer)], [422, [['file', code]]], name);
      assert.match(answer.body.errors[0].message, /[а-яіїє]{4}/);
    }
    assert.match(
      (await send(filesAt(one.id), bad, 'a.p7s').set('accept-language', 'en')).body.errors[0].message,
      /does not agree/,
    );
  });
  it('takes an ASiC-E container with the letter in it, and a scan by hand', async () => {
    const one = await waiting();
    const letter = await bytesAt(letterAt(one.id));
    const parts = { 'lyst.pdf': letter, 'META-INF/signature.p7s': await key.sign(letter) };
    const container = await send(filesAt(one.id), Buffer.from(zipSync(parts)), 'lyst.asice');
    assert.deepEqual([container.body.method, container.body.check], ['asice', 'verified']);
    // What comes later takes its place.
    const scan = await send(filesAt(one.id), await phonePhoto(), 'skan.jpg');
    assert.deepEqual([scan.body.method, scan.body.check, scan.body.signers], ['paper', 'by-eye', []]);
    assert.equal((await sign(one.id, { fileId: container.body.id })).status, 422);
    const { body } = await sign(one.id, { fileId: scan.body.id });
    assert.deepEqual([body.answer.signed.signing.method, body.answer.signed.signing.check], ['paper', 'by-eye']);
    const { headers } = await fetched(`/appeals/${one.number}/signature`, await holderOf(one));
    assert.match(String(headers['content-disposition']), /\.jpg/);
  });
  it('lets only an oral appeal be answered orally (arts. 15(3), 22)', async () => {
    const [written, oral] = [await waiting(), await waiting({}, 'phone')];
    assert.deepEqual(codesOf(await sign(written.id, { isOral: true })), [['signature.isOral', 'signature.not-oral']]);
    const { body } = await sign(oral.id, { isOral: true });
    assert.deepEqual([body.status, body.answer.signed.signing.method], ['answered', 'oral']);
    assert.equal((await fetched(`/api/v1/register/${oral.id}/signature`, tokens.operator)).status, 404);
  });
  it('keeps signing to those who sign, and to answers that wait for it', async () => {
    const one = await waiting();
    const file = await key.sign(await bytesAt(letterAt(one.id)));
    for (const login of ['operator', 'executor', 'controller']) {
      assert.equal((await send(filesAt(one.id), file, 'a.p7s', tokens[login])).status, 403, login);
      assert.equal((await send(FOLDER, file, 'a.p7s', tokens[login])).status, 403, login);
      assert.equal((await fetched(`/api/v1/signature-folder/letters.zip?case=${one.id}`, tokens[login])).status, 403);
      assert.ok([403, 404].includes((await fetched(letterAt(one.id), tokens[login])).status), login);
    }
    assert.equal((await send(filesAt('f'.repeat(24)), file, 'a.p7s')).status, 404);
    assert.equal((await fetched('/api/v1/signature-folder/letters.zip')).status, 404);
    assert.equal((await fetched('/api/v1/signature-folder/letters.zip?case=[$ne]')).status, 404);
    // What was signed with is never swept, and what waits stays; what is left of a returned answer goes.
    await send(filesAt(one.id), file, 'a.p7s');
    shiftClock(2 * 86_400_000);
    assert.equal(await dropUnusedFiles(), 0);
    shiftClock(0);
    const back = { expectedVersion: 5, reasonCode: 'incomplete' };
    await staff.head.post(`/api/v1/register/${one.id}/rework`, back);
    assert.equal((await send(filesAt(one.id), file, 'a.p7s')).status, 409);
    assert.deepEqual(codesOf(await send(FOLDER, file, 'a.p7s')), [['file', 'signature.no-match']]);
    assert.equal(await dropUnusedFiles(), 0, 'not within a day');
    shiftClock(2 * 86_400_000);
    assert.equal(await dropUnusedFiles(), 1);
  });
  it('shows the folder soonest due first, and signs forty at once, losing nothing of the others where some fail', async function () {
    this.timeout(120_000);
    const cases: Waiting[] = [];
    for (let nth = 0; nth < 40; nth += 1) cases.push(await waiting());
    const { body: folder } = await staff.head.get('/api/v1/signature-folder');
    assert.equal(folder.items.length, 40);
    assert.ok(folder.total >= 40);
    const dues = folder.items.map(({ dueOn }: { dueOn: string }) => dueOn);
    assert.deepEqual(dues, [...dues].sort());
    assert.equal(folder.items[0].answer.text, ANSWER.text);

    const query = cases.map(({ id }) => `case=${id}`).join('&');
    const letters = unzipSync(await bytesAt(`/api/v1/signature-folder/letters.zip?${query}`));
    assert.equal(Object.keys(letters).length, 40);
    const files = await Promise.all(
      Object.entries(letters).map(async ([name, letter], nth) => {
        if (nth === 7) return { name: `${name}.p7s`, file: Buffer.from('зіпсовано') };
        if (nth === 8) return { name: `${name}.p7s`, file: await key.sign(Buffer.from('інший лист')) };
        if (nth === 9) return { name: `${name}.p7s`, file: await asByGost(key, letter) };
        // Where the digest is not reckoned, the number in the name says which letter it is.
        if (nth === 10) return { name: `${name}.p7s`, file: await asByKupyna(key, letter) };
        if (nth === 11) return { name: name.replace('na-pidpys', 'skan'), file: SAMPLE_SCAN };
        if (nth === 12) return { name: 'skan.pdf', file: SAMPLE_SCAN };
        return { name: `${name}.p7s`, file: await key.sign(letter) };
      }),
    );
    const outcomes: unknown[] = [];
    for (const { name, file } of files.reverse()) {
      const kept = await send(FOLDER, file, name);
      if (kept.status !== 201) {
        outcomes.push(codesOf(kept)?.[0]?.[1]);
        continue;
      }
      assert.ok(name.includes(kept.body.number), name);
      const { status, body } = await sign(kept.body.caseId, { fileId: kept.body.id }, kept.body.version);
      outcomes.push(status === 200 && body.answer.signed.signing.check);
    }
    outcomes.reverse();
    const expected = Array.from({ length: 40 }, (): unknown => 'verified');
    expected[7] = 'signature.file-type';
    expected[8] = 'signature.no-match';
    expected[9] = 'matched';
    expected[10] = 'unchecked';
    expected[11] = 'by-eye';
    expected[12] = 'signature.needs-case';
    assert.deepEqual(outcomes, expected);
    const signed = await AnswerModel.find({ caseId: { $in: cases.map(({ id }) => id) }, signed: { $ne: null } }).lean();
    assert.equal(signed.length, 37);
    assert.equal(new Set(signed.map((answer) => answer.signed?.outgoingNumber)).size, 37);
  });
});
