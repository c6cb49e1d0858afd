import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import supertest from 'supertest';
import { extractText, getDocumentProxy } from 'unpdf';
import { beginSession } from '#server/identity/index.ts';
import { makeSnapshot } from '#server/open-data/index.ts';
import { today } from '#server/platform/clock.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { unit } from '#server/seeds/city.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { addressesOf, type Known } from '../../support/public-addresses.ts';
import { routesOf } from '../../support/routes.ts';
import { aScan } from '../../support/signing.ts';

/** A word that stands in a note and nowhere else. */
const MARK = 'Внутрішньослів';
const ANSWER = { text: 'Ліхтар полагоджено, роботи виконано.', result: 'resolved' } as const;
/** The days around today. */
const days = (): string => `from=${addCalendarDays(today(), -30)}&to=${today()}`;
/** The only addresses at which staff read notes. */
const HOMES = /^\/api\/v1\/(register\/[0-9a-f]{24}\/notes|mentions)(\?|$)/;

describe('register: notes stay inside', function inside() {
  this.timeout(120_000);
  const city = useCity();
  let id = '';
  let number = '';
  const tokens = new Map<string, string | undefined>();
  const staff = {} as Record<'operator' | 'executor' | 'head', Api>;
  const move = async (who: Api, verb: string, expectedVersion: number, input: object = {}) =>
    assert.equal((await who.post(`/api/v1/register/${id}/${verb}`, { expectedVersion, ...input })).status, 200, verb);
  const note = async (who: Api) =>
    assert.equal((await who.post(`/api/v1/register/${id}/notes`, { text: `@head ${MARK}` })).status, 201);

  before(async () => {
    for (const login of ['operator', 'executor', 'head'] as const) staff[login] = await city.staff(login);
    const draft = aDraft({ consents: { sms: true, publication: true } });
    const filed = (await city.api.post('/api/v1/appeals', draft)).body;
    ({ id, number } = filed);
    await note(staff.operator);
    await move(staff.operator, 'publish', 1, {
      publication: { state: 'public', text: 'Не горить ліхтар.', photoIds: [] },
    });
    await move(staff.operator, 'register', 2, { questionGroup: 9 });
    await move(staff.operator, 'assign', 3, { departmentId: String(unit(4)) });
    await note(staff.executor);
    await move(staff.executor, 'accept', 4);
    await move(staff.executor, 'draft', 5, { answer: ANSWER });
    await note(staff.head);
    await move(staff.head, 'answer', 6, await aScan(id));
    await note(staff.executor);
    const [part] = await ParticipantModel.find({ caseId: id }).lean();
    assert.ok(part);
    tokens.set('a visitor', undefined);
    tokens.set('its applicant', (await beginSession({ kind: 'caseHolder', openedCaseIds: [id] })).token);
    tokens.set(
      'who joined',
      (await beginSession({ kind: 'caseHolder', openedCaseIds: [], joinedCaseIds: [id] })).token,
    );
    tokens.set('staff', (await city.token('head')).token);
    await makeSnapshot();
  });

  it('are kept in their own collection and in no other', async () => {
    const holding: string[] = [];
    for (const { name } of await mongoose.connection.listCollections()) {
      const rows = await mongoose.connection.collection(name).find().toArray();
      if (JSON.stringify(rows).includes(MARK)) holding.push(name);
    }
    assert.deepEqual(holding, ['case_notes']);
  });

  it('are at no address but their own, whoever reads', async () => {
    const [part] = await ParticipantModel.find({ caseId: id }).lean();
    const known: Known = { numbers: [number], few: [number], ids: [id], files: [], places: [] };
    const reading = routesOf(city.app.routes).filter(({ method, path }) => method === 'GET' && !path.startsWith('/en'));
    const addresses = [
      ...new Set([
        ...reading.flatMap((route) => addressesOf(route, known).slice(0, 3)),
        `/c/${part?.link}`,
        `/api/v1/register?limit=100&q=${encodeURIComponent(MARK)}`,
        `/api/v1/appeals/${id}`,
      ]),
    ].filter((address) => !address.startsWith('/api/v1/map/'));
    const found: string[] = [];
    for (const [who, token] of tokens)
      for (const address of addresses) {
        const asked = supertest(city.app.listener).get(address).redirects(0);
        const { status, text = '', headers } = await (token ? asked.set('authorization', `Bearer ${token}`) : asked);
        assert.ok(status < 500, `${address}: ${status}`);
        const isTold = `${JSON.stringify(headers)}${text}`.includes(MARK);
        if (isTold) found.push(`${who}: ${address}`);
      }
    assert.deepEqual(
      found.filter((one) => !HOMES.test(one.replace('staff: ', ''))),
      [],
    );
    assert.deepEqual(found.length, 2, 'staff read them at both their addresses');
  });

  it('are in no paper and no export', async () => {
    const bytes = async (address: string, token: string | undefined) => {
      const asked = supertest(city.app.listener).get(address).buffer(true).redirects(0);
      const answer = await asked.set('authorization', `Bearer ${token}`).parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
      assert.equal(answer.status, 200, address);
      return answer.body as Buffer;
    };
    const told = async (file: Buffer): Promise<string> =>
      file.subarray(0, 5).toString() === '%PDF-'
        ? (await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })).text
        : file.toString();
    const [owner, head] = [tokens.get('its applicant'), tokens.get('staff')];
    const all: [address: string, token: string | undefined][] = [
      [`/api/v1/register/${id}/card.pdf`, head],
      [`/api/v1/register/${id}/letter.pdf`, head],
      [`/appeals/${number}/letter.pdf`, owner],
      ...['journal', 'discipline', 'promises'].flatMap((name): [string, string | undefined][] => [
        [`/api/v1/reports/${name}.csv?${days()}`, head],
        [`/api/v1/reports/${name}.pdf?${days()}`, head],
        [`/api/v1/reports/${name}?${days()}`, head],
      ]),
    ];
    for (const [address, token] of all) assert.ok(!(await told(await bytes(address, token))).includes(MARK), address);
    const journal = await told(await bytes(`/api/v1/reports/journal.csv?${days()}`, head));
    assert.ok(journal.includes(number) || /Коваль/.test(journal), 'the case itself is there');
  });
});
