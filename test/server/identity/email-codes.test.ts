import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { ContactCodeModel } from '#server/identity/contact-code.model.ts';
import { codeMessage } from '#server/identity/index.ts';
import { PersonModel } from '#server/people/person.model.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import type { Actor } from '#server/platform/policy.ts';
import { lookupHashes } from '#server/platform/secrets.ts';
import { answerToSend, audienceOfCase, confirmContact, detachContacts } from '#server/register/index.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { passSeconds, setClock, useClock } from '../../support/clock.ts';

/** Somebody in whose browser this case is open. */
const aHolder = (caseId: string): Actor => ({
  kind: 'caseHolder',
  id: 's',
  permissions: new Set(),
  caseIds: new Set([caseId]),
  knownCaseIds: new Set(),
  joinedCaseIds: new Set(),
});

describe('identity: codes by e-mail', () => {
  useClock();
  const city = useCity();
  let last = 0;
  const aMailbox = () => {
    last += 1;
    return `olena-${last}@city.example`;
  };
  const request = (email: unknown) => city.api.post('/api/v1/email-codes', { email } as object);
  const ask = async (email: string) => {
    const { status, body } = await request(email);
    assert.equal(status, 202);
    const message = await codeMessage(body.codeId);
    return {
      ...(body as { codeId: string; expiresAt: string; resendAt: string }),
      ...message,
      code: message?.code ?? '',
    };
  };
  const enter = (codeId: string, code: string) => city.api.post('/api/v1/sessions', { codeId, code });
  const signIn = async (email: string) => {
    const { codeId, code } = await ask(email);
    const { status, body } = await enter(codeId, code);
    assert.deepEqual([status, body.kind], [201, 'resident']);
    return city.api.as(body.token);
  };
  const file = async (contact: object, over: object = {}) => {
    const { status, body } = await city.api.post('/api/v1/appeals', aDraft({ contact, consents: {}, ...over }));
    assert.equal(status, 201);
    return body as { id: string };
  };
  const idsOf = async (resident: Awaited<ReturnType<typeof signIn>>) =>
    (await resident.get('/api/v1/my/appeals')).body.items.map(({ id }: { id: string }) => id);

  it('go to the address that was typed, under the rules of codes by text', async () => {
    const { codeId, expiresAt, resendAt, to, code } = await ask(' Olena@City.example ');
    const secondsUntil = (at: string) => Math.round((Date.parse(at) - Date.parse('2026-03-03T08:00:00Z')) / 1_000);
    assert.deepEqual([to, secondsUntil(expiresAt), secondsUntil(resendAt)], ['Olena@City.example', 600, 60]);
    const { status, headers } = await request('olena@city.example');
    assert.deepEqual([status, headers['retry-after']], [429, '60']);
    passSeconds(601);
    assert.equal((await enter(codeId, code)).body.errors[0].code, 'code.expired');
  });

  it('are asked for by one mailbox no oftener than ten times a day', async () => {
    const address = aMailbox();
    for (let n = 0; n < 10; n += 1) {
      assert.equal((await request(address)).status, 202);
      passSeconds(61);
    }
    assert.equal((await request(address)).status, 429);
  });

  it('do not go to whatever is not one mailbox', async () => {
    for (const nasty of [
      'a@b.co\r\nBcc: c@d.co',
      'a@b.co, c@d.co',
      'a',
      '',
      `${'a'.repeat(250)}@b.co`,
      null,
      ['a@b.co'],
    ])
      assert.equal((await request(nasty)).status, 422, String(nasty));
  });

  it('prove an address: numbers and states of its cases, nothing of what they say, and nobody else’s', async () => {
    const address = aMailbox();
    const { id } = await file({ email: address.toUpperCase() });
    const other = await file({ email: aMailbox() });
    const resident = await signIn(address);
    assert.deepEqual(await idsOf(resident), [id]);
    assert.equal((await resident.get(`/api/v1/appeals/${id}`)).body.details, null);
    assert.equal((await resident.get(`/api/v1/appeals/${other.id}`)).status, 404);
    const person = await PersonModel.findOne({ emailHash: { $in: lookupHashes(address) } }).lean();
    assert.deepEqual([person?.emailVerifiedAt, person?.phoneVerifiedAt], [null, null]);
  });

  it('show no case of need, health, home or family, and none of more than twelve months ago', async () => {
    const address = aMailbox();
    await file({ email: address }, { categoryCode: 'social-help' });
    setClock('2025-03-01T08:00:00Z');
    await file({ email: address });
    setClock('2026-03-03T08:00:00Z');
    const { id } = await file({ email: address });
    assert.deepEqual(await idsOf(await signIn(address)), [id]);
  });

  it('let the owner of an address put a case away, with its letters, which takes it from no phone', async () => {
    const [address, phone] = [aMailbox(), '+380671230001'];
    const { id } = await file({ email: address, phone }, { consents: { sms: true, publication: false } });
    const resident = await signIn(address);
    assert.deepEqual(
      (await audienceOfCase(id)).map(({ hasEmail, wantsSms }) => [hasEmail, wantsSms]),
      [[true, true]],
    );
    await detachContacts({ emailHashes: lookupHashes(address) }, id);
    assert.deepEqual(await idsOf(resident), []);
    assert.deepEqual(
      (await audienceOfCase(id)).map(({ hasEmail, wantsSms }) => [hasEmail, wantsSms]),
      [[false, true]],
    );
  });

  it('let nobody have an answer by letter who has not proved the address', async () => {
    const address = aMailbox();
    const { id } = await file({ email: address }, { replyBy: 'email' });
    const subject = { kind: 'case', id };
    const [recipient] = await audienceOfCase(id);
    const answer = async () => (await answerToSend(subject, recipient?.id ?? ''))?.text ?? null;
    await mongoose.connection.collection('answers').insertOne({
      caseId: new mongoose.Types.ObjectId(id),
      text: 'Полагоджено.',
      appealRoute: null,
      signed: { outgoingNumber: '1/26-вих', on: '2026-03-03', signatory: 'Ірина Коваль' },
    });
    assert.equal(await answer(), null);
    await signIn(address); // the mailbox without the case: whoever reads it may be a stranger to whom the address was mistyped
    assert.equal(await answer(), null);
    passSeconds(61);
    const { codeId, code } = await ask(address);
    await confirmContact(aHolder(id), id, { codeId, code });
    assert.equal(await answer(), 'Полагоджено.');
    assert.equal(await answerToSend({ ...subject, kind: 'petition' }, recipient?.id ?? ''), null);
    assert.equal(await answerToSend(subject, 'f'.repeat(24)), null);
    await detachContacts({ emailHashes: lookupHashes(address) }, id);
    assert.equal(await answer(), null);
  });

  it('let a co-author have it who proved the address, for nobody gave them a code', async () => {
    const address = aMailbox();
    const coApplicant = {
      lastName: 'Бондар',
      firstName: 'Ганна',
      residence: 'м. Одеса, вул. Успенська, 3',
      email: address,
    };
    const { id } = await file({ postal: '65000, м. Одеса, вул. Успенська, 3' }, { coApplicants: [coApplicant] });
    await mongoose.connection.collection('answers').insertOne({
      caseId: new mongoose.Types.ObjectId(id),
      text: 'Полагоджено.',
      appealRoute: null,
      signed: { outgoingNumber: '2/26-вих', on: '2026-03-03', signatory: 'Ірина Коваль' },
    });
    const recipient = (await audienceOfCase(id)).find(({ hasEmail }) => hasEmail);
    const answer = () => answerToSend({ kind: 'case', id }, recipient?.id ?? '');
    assert.equal(await answer(), null);
    await signIn(address);
    assert.equal((await answer())?.text, 'Полагоджено.');
  });

  it('let nobody have it who asked for another way', async () => {
    const address = aMailbox();
    const { id } = await file({ email: address }, { replyBy: 'page' });
    await signIn(address);
    const [recipient] = await audienceOfCase(id);
    assert.equal(await answerToSend({ kind: 'case', id }, recipient?.id ?? ''), null);
  });

  it('keep no address in the open, and no code', async () => {
    const address = aMailbox();
    const { codeId, code } = await ask(address);
    const kept = JSON.stringify([
      await ContactCodeModel.findById(codeId).lean(),
      await OutboxModel.findOne({ 'subject.id': codeId }).lean(),
    ]);
    assert.ok(!kept.includes(address) && !kept.includes(`"${code}"`) && kept.includes('email-code'));
  });

  it('tell who filed by e-mail of the number, and nobody by text of what the page has shown', async () => {
    const { id } = await file({ email: aMailbox() });
    const row = await OutboxModel.findOne({ 'subject.id': id, kind: 'appeal.filed' }).lean();
    assert.deepEqual(row?.pending, ['notifications']);
  });
});
