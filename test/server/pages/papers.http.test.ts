import assert from 'node:assert/strict';
import supertest from 'supertest';
import { extractText, getDocumentProxy } from 'unpdf';
import { beginSession, RoleModel, StaffModel } from '#server/identity/index.ts';
import { AnswerModel } from '#server/register/answer.model.ts';
import { caseByNumber } from '#server/register/index.ts';
import { unit } from '#server/seeds/city.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { answerIt, moveAlong, useSite } from '../../support/site.ts';

const ANSWER = {
  text: 'Яму засипано 2 березня. Її обстежили двічі: «ґрунт» під’їзду просів, єдину тріщину заліто.',
  result: 'resolved',
  appealRoute: 'Скаргу можна подати міському голові.',
} as const;

const PIN = {
  'place.point.type': 'Point',
  'place.point.coordinates.0': '30.7363',
  'place.point.coordinates.1': '46.4843',
};

describe('papers: the card, the letter and its code', () => {
  const site = useSite();
  /** The words of a PDF, with one space between them. */
  async function wordsOf(file: Buffer): Promise<string> {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true });
    return text.replace(/\s+/g, ' ');
  }
  const fetched = (path: string, token?: string) => {
    const asked = supertest(site.origin).get(path).buffer(true).redirects(0);
    return (token ? asked.set('authorization', `Bearer ${token}`) : asked).parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });
  };
  const pdf = async (path: string, token?: string): Promise<Buffer> => {
    const { status, type, headers, body } = await fetched(path, token);
    assert.deepEqual([status, type, headers['cache-control']], [200, 'application/pdf', 'no-store'], path);
    return body as Buffer;
  };
  let staff = 0;
  /** A session of somebody with these permissions in that unit. */
  async function someone(permissions: Permission[], nth: number): Promise<string> {
    staff += 1;
    const role = `papers-${staff}`;
    await RoleModel.create({ _id: role, uk: role, permissions });
    const { _id } = await StaffModel.create({
      login: role,
      passwordHash: 'none',
      name: 'Ігор Їжак',
      post: 'інспектор',
      departmentId: unit(nth),
      roles: [role],
    });
    return (await beginSession({ kind: 'staff', staffId: String(_id) })).token;
  }
  async function filed(over: Record<string, string> = {}) {
    const browser = aBrowser(site);
    const number = await browser.file(over);
    const found = await caseByNumber(number);
    assert.ok(found);
    return { browser, number, id: String(found._id) };
  }
  const ownerOf = async (id: string): Promise<string> =>
    (await beginSession({ kind: 'caseHolder', openedCaseIds: [id] })).token;

  it('gives the applicant the signed letter with every Ukrainian letter right, and a code that opens', async () => {
    const { number, id } = await filed(PIN);
    const owner = await ownerOf(id);
    await fetched(`/appeals/${number}/letter.pdf`, owner).expect(404);
    await answerIt(number, ANSWER);
    const words = await wordsOf(await pdf(`/appeals/${number}/letter.pdf`, owner));
    const answer = await AnswerModel.findOne({ caseId: id }).lean();
    assert.ok(answer?.signed);
    for (const said of [
      'Виконавчий комітет Одеської міської ради',
      'Шевченко Олена',
      'Одеса, вул. Рішельєвська, 5',
      ANSWER.text,
      ANSWER.appealRoute,
      answer.signed.outgoingNumber,
      spacedNumber(number).replace(/\s/g, ' '),
      'Олена Коваленко, директорка департаменту',
      'Координати: 46.48430, 30.73630',
    ])
      assert.ok(words.includes(said), `${said} in: ${words}`);
    assert.ok(words.replace(/ /g, '').includes(`/verify/${answer.digest}`), 'the address of its code');
    assert.doesNotMatch(words, /ПРОЄКТ/);

    const page = await supertest(site.origin).get(`/verify/${answer.digest}`).expect(200);
    assert.match(page.text, /Лист справжній/);
    assert.match(page.text, /директорка департаменту/);
    assert.ok(page.text.includes(answer.signed.outgoingNumber));
    assert.doesNotMatch(page.text, new RegExp(`Шевченко|Коваленко|Рішельєвська|Яму|${number}`));
    const english = await supertest(site.origin).get(`/en/verify/${answer.digest}`).expect(200);
    assert.match(english.text, /The letter is genuine/);
    const shown = await supertest(site.origin).get(`/appeals/${number}`).set('authorization', `Bearer ${owner}`);
    assert.match(shown.text, new RegExp(`href="/appeals/${number}/letter.pdf"`));
  });
  it('tells kindly of a code that is no letter’s, and of a draft’s', async () => {
    const { number, id } = await filed();
    await moveAlong(number, 'register', { questionGroup: 3 });
    await moveAlong(number, 'assign', { departmentId: String(unit(3)) });
    await moveAlong(number, 'accept');
    await moveAlong(number, 'draft', { answer: ANSWER });
    const draft = await AnswerModel.findOne({ caseId: id }).lean();
    for (const code of ['f'.repeat(64), 'нема', '[$ne]', String(draft?.digest)]) {
      const { text } = await supertest(site.origin)
        .get(`/verify/${encodeURIComponent(code)}`)
        .expect(404);
      assert.match(text, /Такого листа немає/);
    }
    const words = await wordsOf(await pdf(`/api/v1/register/${id}/letter.pdf`, await someone(['case.readAny'], 4)));
    assert.match(words, /ПРОЄКТ/);
    assert.doesNotMatch(words, /verify/);
    await fetched(`/appeals/${number}/letter.pdf`, await ownerOf(id)).expect(404);
  });
  it('gives nothing to strangers, to those who joined, nor to staff who may not read the case', async () => {
    const { number, id } = await filed();
    await answerIt(number, ANSWER);
    const joined = (await beginSession({ kind: 'caseHolder', openedCaseIds: [], joinedCaseIds: [id] })).token;
    const other = await someone(['case.work'], 4);
    for (const paper of ['card.pdf', 'letter.pdf']) {
      const path = `/api/v1/register/${id}/${paper}`;
      await fetched(path).expect(401);
      await fetched(path, await ownerOf(id)).expect(403);
      await fetched(path, other).expect(404);
      await fetched(path, await someone([], 4)).expect(404);
      await fetched(path, await someone(['case.work'], 3)).expect(200);
      await fetched(`/api/v1/register/${'f'.repeat(24)}/${paper}`, other).expect(404);
    }
    for (const token of [undefined, joined, other]) {
      const { status, body } = await fetched(`/appeals/${number}/letter.pdf`, token);
      assert.equal(status, 404);
      assert.doesNotMatch(String(body), /Шевченко/);
    }
  });
  it('lays a second letter out just as the first', async () => {
    const { number, id } = await filed();
    await answerIt(number, ANSWER);
    const owner = await ownerOf(id);
    const laidOut = async (): Promise<unknown[]> => {
      const file = await getDocumentProxy(new Uint8Array(await pdf(`/appeals/${number}/letter.pdf`, owner)));
      const { items } = await (await file.getPage(1)).getTextContent();
      return items.map((item) => ('transform' in item ? [item.str, item.transform] : null));
    };
    const first = await laidOut();
    assert.ok(first.length > 10);
    assert.deepEqual(await laidOut(), first);
  });
  it('says its title and language to whoever reads it aloud', async () => {
    const { id, number } = await filed();
    const file = await pdf(`/api/v1/register/${id}/card.pdf`, await someone(['case.readAny'], 4));
    const { info } = await (await getDocumentProxy(new Uint8Array(file))).getMetadata();
    const { Title, Language, PDFFormatVersion } = info as Record<string, unknown>;
    const title = `Реєстраційно-контрольна картка: звернення ${spacedNumber(number)}`;
    assert.deepEqual([Title, Language, PDFFormatVersion], [title, 'uk-UA', '1.7']);
  });
  it('prints the card with what is known, and boxes for the rest', async () => {
    const { number, id } = await filed();
    await moveAlong(number, 'register', { questionGroup: 3 });
    await moveAlong(number, 'assign', { departmentId: String(unit(3)), resolution: 'Засипати до кінця тижня.' });
    await moveAlong(number, 'accept');
    await moveAlong(number, 'draft', { answer: ANSWER });
    await moveAlong(number, 'answer');
    const card = `/api/v1/register/${id}/card.pdf`;
    const words = await wordsOf(await pdf(card, await someone(['case.readAny', 'case.register'], 4)));
    for (const said of [
      'РЕЄСТРАЦІЙНО-КОНТРОЛЬНА КАРТКА',
      'Шевченко Олена',
      'Реєстраційний індекс Ш-',
      '3. Транспорт і зв’язок',
      'Яму засипано 2 березня.',
      'Зміст резолюції Засипати до кінця тижня.',
      '9.1 Вирішено позитивно',
      'Індекс супровідного документа',
      'Аркуші',
    ])
      assert.ok(words.includes(said), `${said} in: ${words}`);
    const masked = await wordsOf(await pdf(card, await someone(['case.readAny'], 4)));
    assert.ok(masked.includes('Ш. О.') && !masked.includes('Шевченко'), masked);
  });
});
