import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { fastLane } from '#server/http/fast-lane.ts';
import type { Changes } from '#server/live/index.ts';
import { keepPetitions } from '#server/petition-buffers.ts';
import { endCollection, type Petition, signPetition } from '#server/petitions/index.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { setClock } from '../../support/clock.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../../support/petitions.ts';
import { CLERK, moveAlong, useSite } from '../../support/site.ts';
import { until } from '../../support/until.ts';

const [WORDS, UNSEEN] = ['Трамвай повернемо з 1 вересня.', 'коли міська рада їх оприлюднить'];

describe('the page of a petition that became an appeal', () => {
  const site = useSite();
  let petition: Petition;
  let appealNumber = '';
  const page = async (path = ''): Promise<string> =>
    (await aBrowser(site).get(`${path}/petitions/${petition.number}`).expect(200)).text.replaceAll('\u00a0', ' ');
  const json = async () => (await aBrowser(site).get(`/api/v1/petitions/${petition.number}`).expect(200)).body;
  const publish = (state: 'anonymised' | 'public', words: object = {}) =>
    moveAlong(appealNumber, 'publish', { publication: { state, ...words } });

  before(async function make() {
    this.timeout(60_000);
    setClock('2026-03-03T08:00:00Z');
    petition = await aPublished();
    await signPetition(petition, aSigner(1));
    assert.equal((await json()).appeal, null);
    setClock('2026-06-03T21:02:00Z');
    await sealAll();
    assert.ok(await endCollection(petition._id));
    appealNumber = (await petitionNow(petition)).appealNumber ?? '';
  });

  it('tells nothing of the appeal that its own page would not tell everybody', async () => {
    const text = await page();
    assert.match(text, new RegExp(UNSEEN));
    assert.ok(text.includes(`/appeals/${appealNumber}`));
    assert.equal((await json()).appeal, null);
    // The registrar says what it is about, so that its words may be published: its author agreed to that with the petition.
    await moveAlong(appealNumber, 'register', { questionGroup: 3 });
    await moveAlong(appealNumber, 'reclassify', { reclassification: { categoryCode: 'road-surface' } });
    await moveAlong(appealNumber, 'assign', { departmentId: CLERK.departmentId ?? '' });
    await moveAlong(appealNumber, 'accept');
    await moveAlong(appealNumber, 'draft', { answer: { result: 'resolved', text: WORDS } });
    await moveAlong(appealNumber, 'answer');
    assert.ok(!(await page()).includes(WORDS));
    assert.match(await page(), new RegExp(UNSEEN));
  });
  it('says how the appeal is getting on once that is public, and its answer where its words are', async () => {
    await publish('anonymised');
    const shown = await page();
    assert.doesNotMatch(shown, new RegExp(UNSEEN));
    assert.match(shown, /Звернення отримано 3 червня 2026/);
    assert.match(shown, /Відповідь надано 4 червня 2026/);
    assert.match(shown, /На звернення відповіли/);
    assert.ok(!shown.includes(WORDS));
    const { status, dueOn, answeredOn, answer } = (await json()).appeal;
    assert.deepEqual([status, dueOn, answeredOn, answer], ['resolved', null, '2026-06-04', null]);

    await publish('public', { text: 'Повернути трамвай', answer: WORDS });
    assert.ok((await page()).includes(WORDS));
    assert.ok((await page('/en')).includes('The appeal was answered'));
    assert.equal((await json()).appeal.answer, WORDS);
  });
  it('takes it back the moment that the case is hidden', async () => {
    await moveAlong(appealNumber, 'hide', { reasonCode: 'safety' });
    assert.ok(!(await page()).includes(WORDS));
    assert.equal((await json()).appeal, null);
    assert.equal(await CaseModel.countDocuments({ number: appealNumber }), 1);
  });
  it('is never kept ready, for what is public of a case changes unheard', async () => {
    const lane = fastLane();
    const [appeal, collecting] = [petition, await aPublished()];
    const kept = ({ number }: Petition): string[] =>
      ['/petitions/', '/en/petitions/', '/api/v1/petitions/'].map((path) => `${path}${number}`);
    for (const path of kept(appeal)) await lane.putPage(path, { type: 'text/html', body: WORDS });
    let tell: Parameters<Changes['onPetition']>[0] = () => assert.fail('nobody listens');
    const changes = {
      onPetition: (listener: typeof tell) => {
        tell = listener;
        return () => {};
      },
      onGap: () => () => {},
    };
    const stop = keepPetitions(lane, changes as unknown as Changes, site.origin);
    for (const { number } of [appeal, collecting]) tell({ number: number ?? 0, count: null });
    await until(async () => isDeepStrictEqual(new Set(lane.paths()), new Set(kept(collecting))));
    await stop();
  });
});
