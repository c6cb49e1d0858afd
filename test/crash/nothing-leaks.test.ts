import assert from 'node:assert/strict';
import { beginSession, StaffModel } from '#server/identity/index.ts';
import { database } from '#server/platform/database.ts';
import { caseByNumber } from '#server/register/index.ts';
import { sampleSignature } from '#server/seeds/sample-scan.ts';
import type { PhoneText } from '#server/standalone/phone-simulator/phone-simulator.ts';
import { aDraft } from '../support/appeals.ts';
import { codeNeedle, leaksIn, type Needle, phoneNeedle, wordsNeedle } from '../support/leaks.ts';
import { until } from '../support/until.ts';
import { useWatchedInstallation } from '../support/watched-installation.ts';

const PHONE = { typed: '067 192-83-74', e164: '+380671928374' };
const REFUSED = { typed: '8 (050) 918 27 36', e164: '+380509182736' };
const ASKED = { typed: '+380 93 564 73 82', e164: '+380935647382' };
const EMAIL = 'olena.nepotrapna@city.example';
const STORY = 'У дворі на розі третій тиждень темно, бо згоріла шафа живлення.';
const ANSWER = 'Шафу живлення замінено, ліхтарі на розі світять, роботи прийнято комісією.';
const NAME = 'Непотрапна';
/** Where nothing of a message may stand; people, answers and what residents wrote have collections of their own. */
const OF_MESSAGES = ['outbox', 'deliveries', 'events', 'code_counts', 'leases', 'sign_in_delays'];

describe('crash: a whole run leaves nothing of messages where it has no business', () => {
  const installation = useWatchedInstallation();
  let figures = '';
  const needles: Needle[] = [PHONE, REFUSED, ASKED].map(({ e164 }) => phoneNeedle(e164));
  /** Never in the open, wherever in MongoDB. */
  const sealed: Needle[] = [...needles, wordsNeedle(EMAIL)];

  const texts = async (to: string): Promise<PhoneText[]> =>
    (await fetch(`${installation.phones}/texts?${new URLSearchParams({ to })}`)).json() as Promise<PhoneText[]>;
  const control = (moods: object) =>
    fetch(`${installation.phones}/control`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(moods),
    });
  async function send(path: string, body: object, token?: string) {
    const response = await fetch(installation.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  }
  const submit = (path: string, form: Record<string, string>) =>
    fetch(installation.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(form),
    });
  const digitsOf = (words: string): string => /\b\d{6}\b/.exec(words)?.[0] ?? '';
  const leaks = () => installation.leaks({ everywhere: needles, inRows: sealed, ofMessages: OF_MESSAGES, figures });

  it('while people file, prove, are answered, fail to be reached and opt out', async function run() {
    this.timeout(300_000);
    const applicant = { lastName: NAME, firstName: 'Олена', residence: 'м. Одеса, вул. Мало-Відома, 77' };
    const filed = async (contact: object, over: object = {}) => {
      const draft = aDraft({ text: STORY, applicant, contact, consents: { sms: true, publication: true }, ...over });
      const { status, body } = await send('/api/v1/appeals', draft);
      assert.equal(status, 201, JSON.stringify(body));
      return body as unknown as { id: string; number: string; accessCode: string };
    };
    const byPhone = await filed({ phone: PHONE.typed });
    const unreachable = await filed({ phone: REFUSED.typed });
    const byMail = await filed({ email: EMAIL }, { replyBy: 'email', consents: { sms: false, publication: false } });

    // Codes by text: of the API, of the page; wrong, right; asked for too often; in an address where nobody should put one.
    const prove = async (phone: typeof PHONE): Promise<void> => {
      const { body } = await send('/api/v1/phone-codes', { phone: phone.typed });
      const [text] = await until(async () => ((await texts(phone.e164)).length > 0 ? texts(phone.e164) : null));
      const code = digitsOf(text?.body ?? '');
      needles.push(codeNeedle(code));
      await send('/api/v1/sessions', { codeId: body.codeId, code: code === '000000' ? '000001' : '000000' });
      assert.equal((await send('/api/v1/sessions', { codeId: body.codeId, code })).status, 201);
      assert.equal((await send('/api/v1/phone-codes', { phone: phone.typed })).status, 429);
    };
    await prove(PHONE);
    await prove(REFUSED);
    await submit('/my/phone-code', { phone: ASKED.typed });
    await until(async () => (await texts(ASKED.e164)).length > 0);
    await fetch(`${installation.origin}/my?phone=${encodeURIComponent(ASKED.e164)}`);
    await fetch(`${installation.origin}/${encodeURIComponent(ASKED.typed)}`);
    await send('/api/v1/phone-codes', { phone: `${PHONE.typed}0`, [PHONE.e164]: EMAIL });

    // A code by letter, which the server of the mailbox first refuses with words of its own.
    installation.mail.behave('busy-recipient', 1);
    await send('/api/v1/email-codes', { email: EMAIL });
    const letters = () => installation.mail.letters(EMAIL);
    await until(async () => letters().length > 0);

    // The city answers all three; one phone refuses to be reached, with the provider's words about its number.
    const staff = await StaffModel.findOne({ login: 'executor' }).lean();
    const { token } = await beginSession({ kind: 'staff', staffId: String(staff?._id) });
    const move = async (number: string, verb: string, more: object = {}): Promise<void> => {
      const found = await caseByNumber(number);
      assert.ok(found);
      const signed = verb === 'answer' ? { signature: await sampleSignature(found) } : {};
      const body = { expectedVersion: found.version, ...more, ...signed };
      const moved = await send(`/api/v1/register/${found._id}/${verb}`, body, token);
      assert.equal(moved.status, 200, `${verb}: ${JSON.stringify(moved.body)}`);
    };
    const answer = async (number: string): Promise<void> => {
      await move(number, 'register', { questionGroup: 9 });
      await move(number, 'assign', { departmentId: String(staff?.departmentId) });
      await move(number, 'accept');
      await move(number, 'draft', { answer: { text: ANSWER, result: 'resolved' } });
      await move(number, 'answer');
    };
    await answer(byPhone.number);
    const told = await until(async () => (await texts(PHONE.e164)).find(({ body }) => body.includes('/c/')));
    await until(
      async () =>
        (await database().collection('deliveries').findOne({ state: 'delivered', template: 'appeal.answered' })) !==
        null,
    );
    await control({ create: 'refuse', times: 1 });
    await answer(unreachable.number);
    await until(
      async () => (await database().collection('deliveries').findOne({ state: 'failed', channel: 'sms' })) !== null,
    );
    await control({ create: 'reset', list: 'reset', times: 1 });
    await answer(byMail.number);
    await until(async () => letters().length > 2);

    // Texts are turned off by their link, and a phone says STOP to the provider.
    const link = /\/c\/([0-9A-Z]{7})/.exec(told.body)?.[1] ?? '';
    assert.equal((await submit(`/c/${link}`, { sms: 'off' })).status, 303);
    await fetch(`${installation.phones}/control/replies`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: PHONE.e164, body: 'STOP' }),
    });
    figures = await (await fetch(`${installation.origin}/metrics`)).text();
    assert.match(figures, /vidhuk_messages\{template="appeal\.answered",channel="sms",state="delivered"\} 1/);

    const all = [PHONE, REFUSED, ASKED].map(({ e164 }) => texts(e164));
    const bodies = (await Promise.all(all)).flat().map(({ body }) => body);
    const codes = [...bodies, ...letters().map(({ mail: { text = '' } }) => text)].map(digitsOf).filter(Boolean);
    assert.equal(new Set(codes).size, 4, 'three codes by text and one by letter');
    const words = [
      EMAIL,
      STORY,
      ANSWER,
      NAME,
      'Мало-Відома',
      ...letters().map(({ mail: { subject = '' } }) => subject),
    ];
    needles.push(...codes.map(codeNeedle), ...[...bodies, ...words].map(wordsNeedle));
    assert.ok(bodies.length >= 4 && needles.length >= 15, `${bodies.length} texts, ${needles.length} needles`);
    for (const one of installation.processes)
      assert.ok(one.said().length > 500, 'a process that says nothing proves nothing');
    assert.ok(installation.heard().split('\n').length > 100, 'nothing went by Redis');
    assert.deepEqual(await leaks(), []);
  });

  it('and would be seen if it did: a number in any form, a text, a code, wherever it is put', async function plant() {
    this.timeout(120_000);
    const [, national = ''] = /^\+380(\d{9})$/.exec(PHONE.e164) ?? [];
    const forms = [
      PHONE.e164,
      `0${national}`,
      PHONE.typed,
      '+380 67 192 83 74',
      '(067) 192-83-74',
      '%2B380%2067%201928374',
    ];
    for (const form of forms) assert.equal(leaksIn('x', `a ${form} b`, needles).length, 1, form);
    for (const { what } of needles)
      if (what.startsWith('the code'))
        assert.ok(leaksIn('x', `{"code":"${what.slice(-6)}"}`, needles).length > 0, what);

    await installation.redis.set('planted', `{"to":"${PHONE.typed}"}`);
    await installation.redis.hset('planted-job', { data: STORY });
    const id = 'planted';
    await database()
      .collection('deliveries')
      .insertOne({ _id: id as never, note: `0${national}` });
    await database()
      .collection('idempotency')
      .insertOne({ _id: id as never, note: EMAIL });
    const found = await until(async () => {
      const now = await leaks();
      return now.length >= 6 && now;
    });
    await database()
      .collection('deliveries')
      .deleteOne({ _id: id as never });
    await database()
      .collection('idempotency')
      .deleteOne({ _id: id as never });
    await installation.redis.del('planted', 'planted-job');
    assert.deepEqual(
      [...new Set(found)].sort(),
      [
        `deliveries: the number ${PHONE.e164}`,
        `idempotency: the words «${EMAIL}»`,
        `what Redis holds: the number ${PHONE.e164}`,
        `what Redis holds: the words «${STORY}»`,
        `what Redis was told: the number ${PHONE.e164}`,
        `what Redis was told: the words «${STORY}»`,
      ].sort(),
    );
  });
});
