import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { keysOfPhone, type Petition, sealWindow, signersOf, signPetition } from '#server/petitions/index.ts';
import { RemovalModel, SignatureModel } from '#server/petitions/signature.model.ts';
import { lookupHash } from '#server/platform/secrets.ts';
import { type Identified, useIdentified } from '../../support/eid-visitor.ts';
import { aPublished, aSigner } from '../../support/petitions.ts';

const OLENA = {
  lastname: 'ШЕВЧЕНКО',
  givenname: 'Олена',
  middlename: 'Іванівна',
  drfocode: '3012345678',
  unzr: '19820624-01234',
  phone: '+380671234567',
};

describe('signing a petition by electronic identification', () => {
  const city = useIdentified();
  before(() => {
    city.provider().knows('olena', OLENA);
    city.provider().knows('olena-by-bank', { ...OLENA, unzr: undefined, phone: undefined });
    city.provider().knows('olena-by-passport', { ...OLENA, drfocode: undefined, phone: undefined });
    city.provider().knows('nobody', { ...OLENA, drfocode: undefined, unzr: 'n/d' });
    city.provider().knows('taras', {
      family_name: 'Бондар',
      given_name: 'Тарас',
      unzr: '19900101-00001',
      phone_number: '+380509990011',
      phone_number_verified: true,
    });
  });
  const signatures = ({ _id: petitionId }: Petition) => SignatureModel.find({ petitionId }).sort({ _id: 1 }).lean();
  const sealed = async (petition: Petition) => {
    while (await sealWindow(petition._id));
    return (await signersOf(petition, 1)).items.map(({ name, method }) => [name, method]);
  };

  it('goes to the provider and back, shows who signs, and signs by a button of its own', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    const begun = await visitor.begin(petition);
    assert.equal(begun.status, 200);
    const address = visitor.sentTo(begun);
    assert.equal(address.origin, city.provider().settings.EID_ISSUER);
    const asked = Object.fromEntries(address.searchParams);
    assert.deepEqual(
      [asked.response_type, asked.scope, asked.prompt, asked.code_challenge_method, asked.redirect_uri],
      ['code', 'openid profile phone', 'login', 'S256', `${city.site.origin}/petitions/eid/callback`],
    );
    const [cookie = ''] = begun.headers['set-cookie'] as unknown as string[];
    assert.match(cookie, /^vidhuk-eid-[\w-]{16}=[\w.-]+; Max-Age=900; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    assert.ok(!cookie.includes(asked.nonce ?? '-'));

    const back = await visitor.identify(begun, 'olena');
    assert.doesNotMatch(back, /3012345678|19820624|67123|%D0|Олена/i);
    const page = await visitor.get(back);
    assert.equal(page.status, 200);
    assert.equal(page.headers['cache-control'], 'no-store');
    for (const said of ['ШЕВЧЕНКО Олена Іванівна', petition.title, 'Я громадянин або громадянка України'])
      assert.ok(page.text.includes(said), said);
    assert.doesNotMatch(page.text, /3012345678|19820624-01234|67 ?123/);
    assert.deepEqual(await signatures(petition), []);

    const unticked = await visitor.sign(petition, page, {});
    assert.equal(unticked.status, 422);
    assert.match(unticked.text, /Поставте позначку/);
    assert.deepEqual(await signatures(petition), []);

    const signed = await visitor.sign(petition, unticked);
    assert.equal(signed.status, 200);
    assert.match(signed.text, /Ви підписали петицію/);
    const [one, ...more] = await signatures(petition);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [one?.lastName, one?.firstName, one?.patronymic, one?.method, one?.range],
      ['ШЕВЧЕНКО', 'Олена', 'Іванівна', 'eid', null],
    );
    assert.deepEqual(one?.keys, [
      lookupHash('rnokpp 3012345678'),
      lookupHash('unzr 19820624-01234'),
      lookupHash('+380671234567'),
    ]);
    assert.deepEqual(await sealed(petition), [['ШЕВЧЕНКО Олена Іванівна', 'eid']]);

    const again = await visitor.sign(petition, page);
    assert.match(again.text, /Ви вже підписали цю петицію/);
    assert.equal((await signatures(petition)).length, 1);
  });
  it('takes an answer to which a page that waited has added its own word', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    const back = await visitor.identify(await visitor.begin(petition), 'olena');
    const page = await visitor.get(`${back}&by-hand=yes`);
    assert.equal(page.status, 200);
    assert.match((await visitor.sign(petition, page)).text, /Ви підписали петицію/);
  });
  it('takes the place of the same person’s signature by a code', async () => {
    const petition = await aPublished();
    await signPetition(petition, { ...aSigner(1, 'sms'), ...keysOfPhone('+380671234567', '+38067123') });
    await city.visitor().signAs(petition, 'olena');
    assert.deepEqual(await sealed(petition), [
      [null, null],
      ['ШЕВЧЕНКО Олена Іванівна', 'eid'],
    ]);
    assert.equal((await RemovalModel.findOne({ petitionId: petition._id }).lean())?.reason, 'replaced');
  });
  it('knows a person by any of their numbers', async () => {
    const petition = await aPublished();
    await city.visitor().signAs(petition, 'olena');
    for (const account of ['olena-by-bank', 'olena-by-passport'])
      assert.match((await city.visitor().signAs(petition, account)).text, /Ви вже підписали цю петицію/, account);
    await city.visitor().signAs(petition, 'taras');
    assert.deepEqual(
      (await signatures(petition)).map(({ lastName, patronymic }) => [lastName, patronymic]),
      [
        ['ШЕВЧЕНКО', 'Іванівна'],
        ['Бондар', null],
      ],
    );
  });
  it('works in two tabs at once, and signs once', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    await signPetition(petition, { ...aSigner(1, 'sms'), ...keysOfPhone('+380671234567', '+38067123') });
    const begun = await Promise.all([visitor.begin(petition), visitor.begin(petition)]);
    const backs = await Promise.all(begun.map((one) => visitor.identify(one, 'olena')));
    const pages = await Promise.all(backs.map((back) => visitor.get(back)));
    const told = await Promise.all(pages.map((page) => visitor.sign(petition, page)));
    assert.deepEqual(
      told.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(told.filter(({ text }) => text.includes('Ви підписали петицію')).length, 1);
    assert.deepEqual(await sealed(petition), [
      [null, null],
      ['ШЕВЧЕНКО Олена Іванівна', 'eid'],
    ]);
  });
  it('keeps no more than five tries in a browser', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    const begun: Identified[] = [];
    for (let tab = 0; tab < 7; tab += 1) begun.push(await visitor.begin(petition));
    const backs = await Promise.all(begun.map((one) => visitor.identify(one, 'olena')));
    const statuses: number[] = [];
    for (const back of backs) statuses.push((await visitor.get(back)).status);
    assert.deepEqual(statuses, [400, 400, 200, 200, 200, 200, 200]);
  });
  it('signs under no other name than the provider’s, whatever the form or the API is told', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    const page = await visitor.comeBack(petition, 'olena');
    const proof = visitor.proofOn(page);
    const spoilt = proof.slice(0, -8) + createHash('sha256').update(proof).digest('base64url').slice(0, 8);
    for (const other of [spoilt, proof.slice(0, -1), `${proof}A`, '', 'k1.AAAA', '.', 'k1', '🎈'])
      assert.equal((await visitor.sign(petition, page, { isEntitled: 'true', proof: other })).status, 400, other);
    assert.deepEqual(await signatures(petition), []);
    const typed = { lastName: 'Інший', firstName: 'Підписант', patronymic: 'Чужий', isEntitled: true, proof };
    const { status } = await fetch(`${city.site.origin}/api/v1/petitions/${petition.number}/signatures`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(typed),
    });
    assert.equal(status, 201);
    const [one] = await signatures(petition);
    assert.deepEqual([one?.lastName, one?.firstName, one?.patronymic], ['ШЕВЧЕНКО', 'Олена', 'Іванівна']);
    const form = { isEntitled: 'true', proof, lastName: 'Інший', firstName: 'Підписант', name: 'Чужий' };
    assert.doesNotMatch((await visitor.sign(petition, page, form)).text, /Інший|Чужий/);
  });
  it('signs no other petition by what was proved for one', async () => {
    const [petition, other, visitor] = [await aPublished(), await aPublished(), city.visitor()];
    const page = await visitor.comeBack(petition, 'olena');
    assert.equal((await visitor.sign(other, page)).status, 400);
    assert.deepEqual(await signatures(other), []);
  });
  it('says whom it takes by the charter, in the language in which signing began', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    const begun = await visitor.begin(petition, '/en');
    assert.match(begun.text, /On to the identification service/);
    assert.equal(visitor.sentTo(begun).searchParams.get('ui_locales'), 'en');
    const page = await visitor.get(await visitor.identify(begun, 'taras'));
    assert.match(page.text, /<html lang="en">[\s\S]*I am a citizen of Ukraine/);
    assert.match(page.text, new RegExp(`href="/petitions/${petition.number}/sign" lang="uk"`));
    assert.match((await visitor.sign(petition, page)).text, /You have signed the petition/);
  });
});
