import assert from 'node:assert/strict';
import { codeMessage } from '#server/identity/index.ts';
import type { LetterWords } from '#server/notifications/letters.ts';
import { endCollection, keysOfPhone, type Petition, petitionLetters, signPetition } from '#server/petitions/index.ts';
import { audienceOfPetition, authorOfPetition, petitionEmailOf } from '#server/petitions/petition.audience.ts';
import { SignatureModel } from '#server/petitions/signature.model.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { passSeconds, setClock, useClock } from '../../support/clock.ts';
import { type Identified, useIdentified } from '../../support/eid-visitor.ts';
import { hiddenIn } from '../../support/petition-pages.ts';
import { aPublished, aSigner, sealAll } from '../../support/petitions.ts';

const EMAIL = 'Olena@Example.com';

describe('news of a petition for those who signed by electronic identification', () => {
  const city = useIdentified();
  useClock();
  before(() => {
    city
      .provider()
      .knows('olena', { lastname: 'Шевченко', givenname: 'Олена', drfocode: '3012345678', phone: '+380671234567' });
  });
  const form = (page: Identified, { number }: Petition, end = 'news') =>
    hiddenIn(page.text, `/petitions/${number}/${end}`);
  const newsOf = async ({ _id: petitionId }: Petition) =>
    (await SignatureModel.findOne({ petitionId, keys: { $exists: true } }).lean())?.news;
  const told = async ({ _id }: Petition) =>
    (await audienceOfPetition(String(_id))).filter(({ kind }) => kind === 'petition-signer');
  const codeIn = async (codeId = ''): Promise<string> => (await codeMessage(codeId))?.code ?? assert.fail('no code');
  let made = 0;
  /** Signed, with an address typed and its code on its way. */
  async function anAsked() {
    made += 1;
    const email = `${made}${EMAIL}`;
    const [petition, visitor] = [await aPublished(), city.visitor()];
    const signed = await visitor.signAs(petition, 'olena');
    const asked = await visitor.send(petition, 'news', { ...form(signed, petition), email });
    return { petition, visitor, signed, asked, email };
  }

  it('begin once the code of the letter has proved the address, and not before', async () => {
    const { petition, visitor, signed, asked, email } = await anAsked();
    assert.match(signed.text, /Дізнатися, чим усе закінчиться[\s\S]*ви погоджуєтеся отримувати листи/);
    assert.equal(asked.status, 200);
    assert.match(asked.text, /Введіть код із листа/);
    assert.deepEqual([await newsOf(petition), await told(petition)], [null, []]);
    const filled = form(asked, petition, 'news/code');
    const wrong = await visitor.send(petition, 'news/code', { ...filled, code: '000000' });
    assert.equal(wrong.status, 422);
    assert.equal(await newsOf(petition), null);
    const code = await codeIn(filled.codeId);
    const done = await visitor.send(petition, 'news/code', { ...form(wrong, petition, 'news/code'), code });
    assert.deepEqual([done.status, done.text.includes(email)], [200, true]);
    const news = await newsOf(petition);
    assert.deepEqual([news?.kind, news?.consent.textVersion], ['email', 1]);
    const [one, ...more] = await told(petition);
    assert.deepEqual([one?.hasEmail, one?.hasVerifiedPhone, more], [true, false, []]);
    assert.equal(await petitionEmailOf(petition, { kind: 'petition-signer', id: one?.id ?? '' }), email);
    const twice = await visitor.send(petition, 'news/code', { ...filled, code });
    assert.deepEqual([twice.status, /Новини надсилатимемо на пошту/.test(twice.text)], [200, true]);
    assert.match((await visitor.signAs(petition, 'olena')).text, /Новини про цю петицію вже надходять вам/);
    assert.deepEqual(
      (await authorOfPetition(String(petition._id))).map(({ kind }) => kind),
      ['petition-author'],
    );
  });
  it('name an address that cannot be, send one code to whoever presses twice, and another when it is asked for', async () => {
    const { petition, visitor, signed, asked } = await anAsked();
    const wrong = await visitor.send(petition, 'news', { ...form(signed, petition), email: 'olena@' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /value="olena@"/);
    assert.match(wrong.text, /class="error-summary|id="email-error"/);
    const same = { ...form(signed, petition), email: form(asked, petition).email ?? '' };
    const second = await visitor.send(petition, 'news', same);
    assert.equal(second.status, 200);
    assert.equal(form(second, petition, 'news/code').codeId, form(asked, petition, 'news/code').codeId);
    const soon = await visitor.send(petition, 'news', form(asked, petition));
    assert.equal(soon.status, 429);
    passSeconds(61);
    const later = await visitor.send(petition, 'news', form(soon, petition));
    assert.equal(later.status, 200);
    assert.notEqual(form(later, petition, 'news/code').codeId, form(asked, petition, 'news/code').codeId);
    const edit = await visitor.send(petition, 'news', { ...form(later, petition), step: 'edit' });
    assert.match(edit.text, /type="email"/);
  });
  it('are for nobody who did not sign: not by a proof for signing, of another petition, or of long ago', async () => {
    const { petition, visitor, signed } = await anAsked();
    const other = await aPublished();
    const email = 'other@example.com';
    const signing = visitor.proofOn(await visitor.comeBack(petition, 'olena'));
    assert.equal((await visitor.send(petition, 'news', { proof: signing, email })).status, 400);
    assert.equal((await visitor.send(other, 'news', { ...form(signed, petition), email })).status, 400);
    for (const proof of ['', 'k1.AAAA', '🎈'])
      for (const end of ['news', 'news/code'])
        assert.equal((await visitor.send(petition, end, { proof, email, code: '1', codeId: 'x' })).status, 400);
    passSeconds(601);
    assert.equal((await visitor.send(petition, 'news', { ...form(signed, petition), email })).status, 400);
  });
  it('are not begun by a code that proves a phone', async () => {
    const { petition, visitor, asked } = await anAsked();
    const phone = await fetch(`${city.site.origin}/api/v1/phone-codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ phone: '+380670000077' }),
    });
    const { codeId } = (await phone.json()) as { codeId: string };
    const filled = { ...form(asked, petition, 'news/code'), codeId, code: await codeIn(codeId) };
    assert.equal((await visitor.send(petition, 'news/code', filled)).status, 422);
    assert.equal(await newsOf(petition), null);
  });
  it('are ended by the link of each letter, by a post and by no visit, with the address', async () => {
    const { petition, visitor, asked } = await anAsked();
    const filled = form(asked, petition, 'news/code');
    await visitor.send(petition, 'news/code', { ...filled, code: await codeIn(filled.codeId) });
    const [one] = await told(petition);
    const recipient = { kind: 'petition-signer', id: one?.id ?? '' };
    const subject = { kind: 'petition', id: String(petition._id) };
    const row = { recipient, subject, template: 'petition.answered' };
    const letter = (await petitionLetters(city.site.origin)(row as never)) as LetterWords;
    const { pathname } = new URL(letter.unsubscribeUrl ?? '');
    const visited = await visitor.get(pathname);
    assert.deepEqual([visited.status, /надходять на вашу/.test(visited.text)], [200, true]);
    assert.ok(await newsOf(petition));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const bare = { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' };
    assert.equal((await fetch(`${city.site.origin}${pathname}`, bare)).status, 200);
    assert.equal(await newsOf(petition), null);
    assert.match((await visitor.get(pathname)).text, /не надходять/);
    for (const link of ['x', `${one?.id}-0000000000000000`, `${pathname.split('/').at(-1)}A`])
      assert.equal((await visitor.get(`/letters/petitions/${link}`)).status, 404, link);
    assert.equal((await visitor.get(`/letters/${pathname.split('/').at(-1)}`)).status, 404, 'it is no link of a case');
  });
  it('stay where a signature by electronic identification takes the place of one by a code', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    const news = { kind: 'phone' as const, contact: '+380671234567' };
    await signPetition(petition, { ...aSigner(1, 'sms'), ...keysOfPhone('+380671234567', '+38067123'), news });
    const signed = await visitor.signAs(petition, 'olena');
    assert.match(signed.text, /вже надходять вам/);
    assert.deepEqual(
      (await told(petition)).map(({ hasVerifiedPhone }) => hasVerifiedPhone),
      [true],
    );
  });
  it('go on as the answer to the appeal, where the petition becomes one', async () => {
    const { petition, visitor, asked } = await anAsked();
    const filled = form(asked, petition, 'news/code');
    await visitor.send(petition, 'news/code', { ...filled, code: await codeIn(filled.codeId) });
    setClock('2026-06-03T21:02:00Z');
    await sealAll();
    assert.ok(await endCollection(petition._id));
    const part = await ParticipantModel.findOne({ role: 'signatory' }).lean();
    assert.equal(part?.replyBy, 'email');
  });
});
