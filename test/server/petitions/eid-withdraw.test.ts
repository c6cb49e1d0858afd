import assert from 'node:assert/strict';
import { charterSeed, keysOfPhone, type Petition, signPetition, useCharters } from '#server/petitions/index.ts';
import { RemovalModel, SignatureModel } from '#server/petitions/signature.model.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { type Identified, useIdentified } from '../../support/eid-visitor.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../../support/petitions.ts';

const [WITHDRAW, PRESS] = ['/withdraw', 'eid/withdrawal'];

describe('taking back a signature that was given by electronic identification', () => {
  const city = useIdentified();
  useClock();
  before(() => {
    city.provider().knows('olena', { lastname: 'Шевченко', givenname: 'Олена', drfocode: '3012345678' });
    city.provider().knows('taras', { lastname: 'Бондар', givenname: 'Тарас', drfocode: '3112345678' });
    city
      .provider()
      .knows('by-phone', { lastname: 'Коваль', givenname: 'Ганна', drfocode: '3212345678', phone: '+380671234567' });
  });
  const standing = ({ _id: petitionId }: Petition) =>
    SignatureModel.countDocuments({ petitionId, keys: { $exists: true } });
  async function aSigned(account = 'olena') {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    await visitor.signAs(petition, account);
    await sealAll();
    assert.equal(await standing(petition), 1);
    return { petition, visitor };
  }
  const press = (visitor: ReturnType<typeof city.visitor>, petition: Petition, page: Identified) =>
    visitor.send(petition, PRESS, { proof: visitor.proofOn(page) });

  it('is offered on the petition’s page, told before it is done, and done by a button alone', async () => {
    const { petition, visitor } = await aSigned();
    const { number } = petition;
    assert.match((await visitor.get(`/petitions/${number}`)).text, new RegExp(`href="/petitions/${number}/withdraw"`));
    const offered = await visitor.get(`/petitions/${number}/withdraw`);
    assert.equal(offered.status, 200);
    assert.match(offered.text, new RegExp(`<form method="post" action="/petitions/${number}/eid/withdraw">`));
    assert.match(offered.text, /href="\/my\/petitions"/);
    const begun = await visitor.begin(petition, '', WITHDRAW);
    assert.match(begun.text, /щоб відкликати підпис/);
    const page = await visitor.get(await visitor.identify(begun, 'olena'));
    assert.equal(page.status, 200);
    for (const said of ['Відкликати підпис?', 'Шевченко Олена', 'Ваше ім’я зникне зі списку', petition.title])
      assert.ok(page.text.includes(said), said);
    assert.doesNotMatch(page.text, /3012345678/);
    assert.equal(await standing(petition), 1, 'a visit takes nothing back');

    const done = await press(visitor, petition, page);
    assert.deepEqual([done.status, /Ваш підпис відкликано/.test(done.text)], [200, true]);
    assert.equal(await standing(petition), 0);
    assert.equal((await RemovalModel.findOne({ petitionId: petition._id }).lean())?.reason, 'withdrawn');
    await sealAll();
    assert.deepEqual((await petitionNow(petition)).tally, { eid: 0, sms: 0, removed: 1 });
    const again = await press(visitor, petition, page);
    assert.deepEqual([again.status, /Вашого підпису тут немає/.test(again.text)], [404, true]);
    assert.match((await visitor.signAs(petition, 'olena')).text, /Ви підписали петицію/);
  });
  it('finds a signature by a code to the phone that the provider has checked, too', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    await signPetition(petition, { ...aSigner(1, 'sms'), ...keysOfPhone('+380671234567', '+38067123') });
    const page = await visitor.comeBack(petition, 'by-phone', WITHDRAW);
    assert.match(page.text, /Підписант Номер1/);
    assert.equal((await press(visitor, petition, page)).status, 200);
    assert.equal(await standing(petition), 0);
  });
  it('takes back nobody else’s', async () => {
    const { petition } = await aSigned();
    const visitor = city.visitor();
    const page = await visitor.comeBack(petition, 'taras', WITHDRAW);
    assert.deepEqual([page.status, visitor.proofOn(page)], [404, '']);
    assert.match(page.text, /Вашого підпису тут немає/);
    assert.equal(await standing(petition), 1);
  });
  it('is done by nothing that was proved for signing, of another petition, in another try, or too long ago', async () => {
    const { petition, visitor } = await aSigned();
    const other = await aPublished();
    const signing = await visitor.comeBack(petition, 'olena');
    assert.equal((await press(visitor, petition, signing)).status, 400);
    const page = await visitor.comeBack(petition, 'olena', WITHDRAW);
    const proof = visitor.proofOn(page);
    assert.equal((await visitor.send(petition, 'eid/sign', { proof, isEntitled: 'true' })).status, 400);
    assert.equal((await press(visitor, other, page)).status, 400);
    for (const spoilt of ['', proof.slice(0, -1), '🎈'])
      assert.equal((await visitor.send(petition, PRESS, { proof: spoilt })).status, 400, spoilt);
    const back = new URL(await visitor.identify(await visitor.begin(petition, '', WITHDRAW), 'olena'));
    const state = back.searchParams.get('state') ?? '';
    back.searchParams.set('state', state.replace('.withdraw.', '.sign.'));
    assert.equal((await visitor.get(back.href)).status, 400, 'the errand is bound to the try');
    back.searchParams.set('state', state.replace('.withdraw.', '.other.'));
    assert.equal((await visitor.get(back.href)).status, 400);
    back.searchParams.set('state', state);
    assert.equal((await visitor.get(back.href)).status, 200);
    passSeconds(601);
    assert.match((await press(visitor, petition, page)).text, /Це підтвердження вже не діє/);
    assert.equal(await standing(petition), 1);
  });
  it('is not done once collection is over, or where the charter has no such thing', async () => {
    const { petition, visitor } = await aSigned();
    const page = await visitor.comeBack(petition, 'olena', WITHDRAW);
    const back = await visitor.identify(await visitor.begin(petition, '', WITHDRAW), 'olena');
    const [edition] = charterSeed();
    assert.ok(edition);
    useCharters([{ ...edition, value: { ...edition.value, allowWithdrawSignature: false } }]);
    const { number } = petition;
    const answers = [
      await visitor.get(`/petitions/${number}/withdraw`),
      await visitor.begin(petition, '', WITHDRAW),
      await visitor.get(back),
      await press(visitor, petition, page),
    ];
    for (const { status, text } of answers)
      assert.deepEqual([status, /Підпис уже не відкликати/.test(text)], [409, true]);
    assert.doesNotMatch((await visitor.get(`/petitions/${number}`)).text, /\/withdraw"/);
    useCharters([edition]);
    passSeconds(100 * 86_400);
    assert.equal((await visitor.begin(petition, '', WITHDRAW)).status, 409);
    assert.equal(await standing(petition), 1);
  });
  it('says in words where the person refuses or the provider is away, and lets them begin again', async () => {
    const { petition, visitor } = await aSigned();
    const again = new RegExp(
      `<form method="post" action="/petitions/${petition.number}/eid/withdraw" class="actions">`,
    );
    const denied = await visitor.comeBack(petition, null, WITHDRAW);
    assert.deepEqual([denied.status, /Підпис не відкликано, він на місці/.test(denied.text)], [403, true]);
    assert.match(denied.text, again);
    const back = await visitor.identify(await visitor.begin(petition, '', WITHDRAW), 'olena');
    city.provider().isAway = true;
    const away = await visitor.get(back);
    city.provider().isAway = false;
    assert.deepEqual([away.status, again.test(away.text)], [503, true]);
    for (const path of ['eid/withdraw', PRESS]) {
      const address = `${city.site.origin}/petitions/${petition.number}/${path}`;
      const headers = { 'sec-fetch-site': 'cross-site' };
      assert.equal((await fetch(address, { method: 'POST', headers, body: new URLSearchParams() })).status, 403);
      assert.equal((await fetch(address)).status, 404);
    }
    assert.equal(await standing(petition), 1);
  });
});
