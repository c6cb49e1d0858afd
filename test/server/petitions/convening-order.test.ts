import assert from 'node:assert/strict';
import supertest from 'supertest';
import { StaffModel } from '#server/identity/index.ts';
import { COUNCIL, councilLetters, movePetition, type Petition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, aSubmitted, petitionNow } from '../../support/petitions.ts';
import { CLERK } from '../../support/site.ts';
import { inOrder, readTagged } from '../../support/tagged-paper.ts';

describe('petitions: the draft of the order to convene the council', () => {
  const city = useCity();
  useClock();
  const addressOf = ({ _id }: Pick<Petition, '_id'>): string => `/api/v1/desk/petitions/${_id}/convening-order.pdf`;
  const ask = async (path: string, login: string | null = 'head') => {
    const headers = login ? { authorization: `Bearer ${(await city.token(login)).token}` } : {};
    return supertest(city.app.listener)
      .get(path)
      .set(headers)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
  };
  const read = async (petition: Petition) => {
    const { status, type, headers, body } = await ask(addressOf(petition));
    assert.deepEqual([status, type, headers['cache-control']], [200, 'application/pdf', 'no-store']);
    assert.match(String(headers['content-disposition']), new RegExp(`petytsiia-${petition.number}\\.pdf`));
    const paper = await readTagged(body as Buffer);
    const said = inOrder(paper.pages).map(({ role, text }) => `${role} ${text}`.replace(/\u00a0/g, ' '));
    return { paper, said };
  };
  const change = async ({ _id }: Petition, set: Partial<Petition>): Promise<Petition> => {
    await PetitionModel.updateOne({ _id }, { $set: set });
    return petitionNow({ _id });
  };
  /** A petition that has reached its threshold at nine on a Tuesday. */
  const aReached = async (): Promise<Petition> => {
    const petition = await aPublished();
    const reached = { status: 'threshold_reached', reachedAt: new Date('2026-04-21T06:00:00Z') } as const;
    setClock('2026-04-21T08:00:00Z');
    return change(petition, { ...reached, tally: { eid: 900, sms: 100, removed: 0 } });
  };

  it('bears that it is one, blanks for number, date and signature, and the last lawful dates', async () => {
    const petition = await aReached();
    const { paper, said } = await read(petition);
    const { info, isMarked, unmarked, artifacts } = paper;
    assert.deepEqual([isMarked, unmarked, info.Language], [true, [], 'uk-UA']);
    assert.equal(info.Title, `Проєкт розпорядження про скликання сесії: петиція № ${petition.number}`);
    assert.match(artifacts[0] ?? '', /ПРОЄКТ/);
    const whole = said.join('\n');
    for (const words of [
      /^P ПРОЄКТ\nP Одеська міська рада\nH1 Розпорядження міського голови\nP № _+ від _+\nP Про скликання сесії/,
      /LBody Скликати сесію міської ради не пізніше 8 травня 2026\. Дата, час і місце: _+\./,
      /LBody Включити до порядку денного питання «Про розгляд електронної петиції № \d+ «Повернути трамвай/,
      /LBody Оприлюднити це розпорядження на офіційному сайті ради не пізніше 28 квітня 2026\./,
      /LBody Запросити ініціатора петиції: Шевченко Ірина Олегівна\./,
      /P Міський голова _+ _+\nP підпис, ім’я та прізвище/,
      /зібрано 1000 підписів, потрібно 1000\. Поріг досягнуто\./,
      /початок розгляду – до 24 квітня 2026\. Розглянути петицію – до 8 травня 2026/,
    ])
      assert.match(whole, words);
  });
  it('says the words of the notice to the council', async () => {
    const petition = await aReached();
    await StaffModel.updateOne({ login: 'head' }, { $set: { email: 'head@example.com' } });
    const head = await StaffModel.findOne({ login: 'head' }).orFail().lean();
    const letter = await councilLetters('https://vidhuk.example')({
      recipient: { kind: COUNCIL, id: String(head._id) },
      subject: { kind: COUNCIL, id: String(petition._id) },
    } as never);
    const lines = (letter?.paragraphs ?? [])
      .join('\n')
      .replace(/\u00a0/g, ' ')
      .split('\n');
    const { said } = await read(petition);
    const shared = said.filter((line) => /^(LBody|P (Під|Опри|Ріш|Відп|Про ))/.test(line));
    assert.equal(shared.length, 9);
    for (const line of shared) {
      const [, words = ''] = /^\w+ (.*)$/.exec(line) ?? [];
      assert.ok(
        lines.some((one) => one.replace(/^\d\. /, '') === words),
        words,
      );
    }
    assert.doesNotMatch(lines.join('\n'), /[{}]|undefined|null/);
  });
  it('keeps to the review as it runs once it has begun, and to its prolongation', async () => {
    const { _id, version } = await aReached();
    setClock('2026-04-22T08:00:00Z');
    const request = { petitionId: String(_id), expectedVersion: version };
    const announced = await movePetition(CLERK, { ...request, verb: 'announce' });
    assert.match((await read(announced)).said.join('\n'), /не пізніше 6 травня 2026\..*не пізніше 26 квітня 2026\./s);
    setClock('2026-04-29T08:00:00Z');
    // Ten days before the session are over: one day is what is left by law.
    assert.match((await read(announced)).said.join('\n'), /на офіційному сайті ради не пізніше 5 травня 2026\./);
    const hearing = { on: '2026-05-12', until: '2026-05-20' };
    const later = { ...request, expectedVersion: announced.version, verb: 'prolong' as const, hearing };
    const prolonged = await movePetition(CLERK, later);
    assert.match((await read(prolonged)).said.join('\n'), /не пізніше 20 травня 2026\..*не пізніше 10 травня 2026\./s);
  });
  it('is there from four fifths of the threshold to the end of the review, as the card says', async () => {
    const petition = await aPublished();
    const isThere = async (): Promise<boolean> => {
      const { status } = await ask(addressOf(petition));
      const card = (await (await city.staff('head')).get(`/api/v1/desk/petitions/${petition._id}`)).body;
      assert.equal(card.may.takeOrder, status === 200);
      return status === 200;
    };
    assert.equal(await isThere(), false);
    await change(petition, { nearedAt: new Date('2026-03-10T08:00:00Z') });
    assert.equal(await isThere(), true);
    assert.match((await read(petition)).said.join('\n'), /якби його було досягнуто сьогодні/);
    await change(petition, { status: 'under_review', reachedAt: new Date('2026-03-11T08:00:00Z') });
    assert.equal(await isThere(), true);
    await change(petition, { reviewedOn: '2026-03-20' });
    assert.equal(await isThere(), false);
    await change(petition, { status: 'failed_to_appeal', reviewedOn: null });
    assert.equal(await isThere(), false);
  });
  it('is taken by those alone who read petitions at the desk', async () => {
    const [reached, sent] = [await aReached(), await aSubmitted()];
    const verdicts = { operator: 200, head: 200, executor: 403, controller: 403, auditor: 403, administrator: 403 };
    for (const [login, status] of Object.entries(verdicts))
      assert.equal((await ask(addressOf(reached), login)).status, status, login);
    assert.equal((await ask(addressOf(reached), null)).status, 401);
    assert.equal((await ask(addressOf(sent), 'executor')).status, 404);
    for (const id of ['f'.repeat(24), 'x', '%00', '__proto__'])
      assert.equal((await ask(`/api/v1/desk/petitions/${id}/convening-order.pdf`)).status, 404, id);
  });
});
