import assert from 'node:assert/strict';
import fc from 'fast-check';
import { useEid } from '#server/identity/index.ts';
import { eidPath } from '#server/pages/petitions/eid.path.ts';
import { eidBy } from '#server/pages/petitions/eid.routes.ts';
import { charterSeed, type Petition, useCharters } from '#server/petitions/index.ts';
import { SignatureModel } from '#server/petitions/signature.model.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { type Identified, useIdentified } from '../../support/eid-visitor.ts';
import { nastyPiece } from '../../support/nasty.ts';
import { aPublished } from '../../support/petitions.ts';

const OLENA = { lastname: 'Шевченко', givenname: 'Олена', drfocode: '3012345678' };

describe('electronic identification that does not succeed', () => {
  const city = useIdentified();
  useClock();
  before(() => {
    city.provider().knows('olena', OLENA);
    city.provider().knows('numberless', { ...OLENA, drfocode: 'n/d' });
    city.provider().knows('nameless', { ...OLENA, lastname: '' });
  });
  afterEach(() => {
    city.provider().isAway = false;
  });
  /** Takes the provider anew, as after a start. */
  const anew = (over = {}) => useEid(eidBy({ ...city.provider().settings, PUBLIC_URL: city.site.origin, ...over }));
  /** Holds an answer to a refusal with these words, from which another try can be begun, and under which nobody has signed. */
  async function isRefusal(petition: Petition, page: Identified, status: number, words: RegExp): Promise<void> {
    assert.equal(page.status, status);
    assert.match(page.text, words);
    assert.match(page.text, /^<!doctype html><html lang="uk">/);
    assert.equal(await SignatureModel.countDocuments({ petitionId: petition._id }), 0);
    assert.match(
      page.text,
      new RegExp(`<form method="post" action="/petitions/${petition.number}/eid" class="actions">`),
    );
    assert.match(page.text, new RegExp(`href="/petitions/${petition.number}/sign"`));
  }

  it('is said in words where the person refuses', async () => {
    const petition = await aPublished();
    const page = await city.visitor().comeBack(petition, null);
    await isRefusal(petition, page, 403, /Особу не підтверджено/);
  });
  it('is said where the provider names nobody whom we could tell from others', async () => {
    const petition = await aPublished();
    for (const account of ['numberless', 'nameless']) {
      const page = await city.visitor().comeBack(petition, account);
      await isRefusal(petition, page, 422, /Сервіс передав не всі дані/);
    }
  });

  describe('for the answer is to no question of this browser', () => {
    const STALE = /Це підтвердження вже не діє/;
    it('since it is used a second time', async () => {
      const [petition, visitor] = [await aPublished(), city.visitor()];
      const back = await visitor.identify(await visitor.begin(petition), 'olena');
      assert.equal((await visitor.get(back)).status, 200);
      await isRefusal(petition, await visitor.get(back), 400, STALE);
    });
    it('since it is used a second time by whoever copied the cookie', async () => {
      const [petition, visitor] = [await aPublished(), city.visitor()];
      const begun = await visitor.begin(petition);
      const back = await visitor.identify(begun, 'olena');
      const [set = ''] = begun.headers['set-cookie'] as unknown as string[];
      const copied = () => fetch(back, { headers: { cookie: set.split(';')[0] ?? '' } });
      assert.equal((await copied()).status, 200);
      const second = await copied();
      assert.deepEqual([second.status, STALE.test(await second.text())], [400, true]);
    });
    it('since another browser brings it', async () => {
      const [petition, visitor] = [await aPublished(), city.visitor()];
      const back = await visitor.identify(await visitor.begin(petition), 'olena');
      await isRefusal(petition, await city.visitor().get(back), 400, STALE);
      assert.equal((await visitor.get(back)).status, 200);
    });
    it('since its state was changed, is of another petition, or is not there', async () => {
      const [petition, visitor] = [await aPublished(), city.visitor()];
      const back = new URL(await visitor.identify(await visitor.begin(petition), 'olena'));
      const state = back.searchParams.get('state') ?? '';
      const other = await aPublished();
      for (const changed of [
        `${state.startsWith('A') ? 'B' : 'A'}${state.slice(1)}`,
        state.replace(/\.\d+\./, `.${other.number}.`),
        state.replace(/\.uk$/, '.en'),
      ]) {
        back.searchParams.set('state', changed);
        const page = await visitor.get(back.href);
        assert.equal(page.status, 400, changed);
      }
      for (const query of [
        '',
        '?state=',
        `?state=${state}x`,
        `?state=${state}&state=${state}`,
        '?code=a',
        '?state=%00',
      ]) {
        const page = await visitor.get(`/petitions/eid/callback${query}`);
        assert.equal(page.status, 400, query);
        assert.match(page.text, /href="\/petitions"/);
      }
      back.searchParams.set('state', state);
      assert.equal((await visitor.get(back.href)).status, 200);
    });
    it('since it answers another try of the same browser', async () => {
      const [petition, visitor] = [await aPublished(), city.visitor()];
      const [one, two] = [await visitor.begin(petition), await visitor.begin(petition)];
      const back = new URL(await visitor.identify(one, 'olena'));
      back.searchParams.set('state', visitor.sentTo(two).searchParams.get('state') ?? '');
      await isRefusal(petition, await visitor.get(back.href), 400, STALE);
    });
    it('since more than a quarter of an hour has passed', async () => {
      const [petition, visitor] = [await aPublished(), city.visitor()];
      const back = await visitor.identify(await visitor.begin(petition), 'olena');
      passSeconds(901);
      await isRefusal(petition, await visitor.get(back), 400, STALE);
    });
    it('or was shown more than ten minutes before the button was pressed', async () => {
      const [petition, visitor] = [await aPublished(), city.visitor()];
      const page = await visitor.comeBack(petition, 'olena');
      passSeconds(601);
      await isRefusal(petition, await visitor.sign(petition, page), 400, STALE);
    });
  });

  describe('for the provider is away', () => {
    const AWAY = /Сервіс ідентифікації не відповідає/;
    it('when signing begins, and is asked again at the next try', async () => {
      anew();
      const [petition, visitor] = [await aPublished(), city.visitor()];
      city.provider().isAway = true;
      await isRefusal(petition, await visitor.begin(petition), 503, AWAY);
      city.provider().isAway = false;
      assert.equal((await visitor.begin(petition)).status, 200);
    });
    it('when the person comes back, who can bring the same answer again', async () => {
      const [petition, visitor] = [await aPublished(), city.visitor()];
      const back = await visitor.identify(await visitor.begin(petition), 'olena');
      city.provider().isAway = true;
      await isRefusal(petition, await visitor.get(back), 503, AWAY);
      city.provider().isAway = false;
      assert.equal((await visitor.get(back)).status, 200);
    });
    it('since nobody listens there, or another provider does', async () => {
      const petition = await aPublished();
      for (const EID_ISSUER of [
        'http://127.0.0.1:9',
        `${city.provider().settings.EID_ISSUER}/other`,
        city.site.origin,
      ]) {
        anew({ EID_ISSUER });
        await isRefusal(petition, await city.visitor().begin(petition), 503, AWAY);
      }
      anew();
    });
    it('to us, since it does not know our secret', async () => {
      const petition = await aPublished();
      anew({ EID_CLIENT_SECRET: 'the-secret-of-another-site' });
      await isRefusal(petition, await city.visitor().comeBack(petition, 'olena'), 503, AWAY);
      anew();
    });
  });

  it('is not tried where the petition is no longer signed, or its charter takes no such signatures', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    const back = await visitor.identify(await visitor.begin(petition), 'olena');
    const page = await visitor.comeBack(petition, 'olena');
    const [edition] = charterSeed();
    assert.ok(edition);
    useCharters([{ ...edition, value: { ...edition.value, signerAuth: ['sms'] } }]);
    for (const answer of [await visitor.begin(petition), await visitor.get(back), await visitor.sign(petition, page)]) {
      assert.equal(answer.status, 409);
      assert.match(answer.text, /Цю петицію зараз не підписати/);
    }
    useCharters([edition]);
    assert.equal((await visitor.begin(petition)).status, 200);
    passSeconds(100 * 86_400);
    assert.equal((await visitor.begin(petition)).status, 409);
    assert.equal(await SignatureModel.countDocuments({ petitionId: petition._id }), 0);
  });
  it('is offered nowhere without a provider, and for no petition that nobody sees', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    assert.equal(eidPath(petition.number ?? 0), `/petitions/${petition.number}/eid`);
    for (const number of ['999999', '0', '01', 'x', '1e3', '9'.repeat(20)])
      assert.equal((await visitor.begin({ ...petition, number: number as never })).status, 404, number);
    const back = await visitor.identify(await visitor.begin(petition), 'olena');
    const page = await visitor.comeBack(petition, 'olena');
    useEid(null);
    assert.equal(eidPath(petition.number ?? 0), null);
    for (const answer of [await visitor.begin(petition), await visitor.get(back), await visitor.sign(petition, page)])
      assert.equal(answer.status, 404);
    anew();
  });
  it('is begun and signed by our own pages alone, and by no visit', async () => {
    const petition = await aPublished();
    for (const path of ['eid', 'eid/sign']) {
      const address = `${city.site.origin}/petitions/${petition.number}/${path}`;
      const headers = { 'sec-fetch-site': 'cross-site' };
      assert.equal((await fetch(address, { method: 'POST', headers, body: new URLSearchParams() })).status, 403);
      assert.equal((await fetch(address)).status, 404);
    }
  });
  it('is never a fault of ours, whatever comes back', async () => {
    const [petition, visitor] = [await aPublished(), city.visitor()];
    const begun = await visitor.begin(petition);
    const state = visitor.sentTo(begun).searchParams.get('state') ?? '';
    const [set = ''] = begun.headers['set-cookie'] as unknown as string[];
    const cookie = set.split(';')[0] ?? '';
    const name = fc.oneof(fc.constantFrom('code', 'error', 'iss', 'state', 'id_token', 'response'), nastyPiece);
    const pairs = fc.array(fc.tuple(name, nastyPiece), { maxLength: 4 });
    const value = fc.oneof(
      fc.constant(cookie),
      nastyPiece.map((piece) => `${cookie.split('=')[0]}=${piece}`),
    );
    await fc.assert(
      fc.asyncProperty(pairs, value, async (said, sent) => {
        const query = said.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
        const printable = /^[\x20-\x7e]*$/.test(sent) ? sent : cookie;
        const { status } = await fetch(`${city.site.origin}/petitions/eid/callback?state=${state}&${query}`, {
          headers: { cookie: printable },
        });
        assert.ok([400, 403, 503].includes(status), `${status}: ${query}`);
      }),
      { seed: 20260303, numRuns: 100 },
    );
  });
});
