import assert from 'node:assert/strict';
import { beginDraft } from '#server/appeals/index.ts';
import { beginSession } from '#server/identity/index.ts';
import { districts } from '#server/places/index.ts';
import { CaseModel } from '#server/register/case.model.ts';
import type { AppealView } from '#shared/contract/appeals.ts';
import type { MapTile } from '#shared/contract/map.ts';
import type { PublicCase } from '#shared/contract/public-case.ts';
import { caseNumber } from '#shared/domain/case-number.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import type { GuardedCase } from '../support/guarded-city.ts';
import { type Asked, ask, leaksAt, useGuardedSite } from '../support/guarded-site.ts';
import { addressesOf, type Known, tilesOfCity } from '../support/public-addresses.ts';
import { RIGHT } from '../support/right-bodies.ts';
import { moveAlong } from '../support/site.ts';
import { type MayRead, redPixels, type Watch, watchOver } from '../support/stranger-watch.ts';
import { useWatchers } from '../support/watchers.ts';

const FEW = 20;
/** How many cases a tile tells of. */
const casesOn = ({ points, clusters }: MapTile): number =>
  clusters.reduce((sum, [, , count]) => sum + count, points.length);
const every = <T>(list: readonly T[], nth: number, from = 0): T[] => list.filter((_, i) => i % nth === from);

/** One page may watch so many cases. */
const MOST_WATCHED = 50;

describe('what a stranger can find out of 2,000 cases', function stranger() {
  this.timeout(900_000);
  const site = useGuardedSite(2_000);
  const watchers = useWatchers(() => site.origin);
  const isVisible = ({ isVisible: is }: GuardedCase): boolean => is;
  let watch: Watch;
  let shown: GuardedCase[] = [];
  let unseen: GuardedCase[] = [];
  before(() => {
    watch = watchOver(site.cases, isVisible);
    shown = site.cases.filter(isVisible);
    unseen = site.cases.filter((one) => !isVisible(one));
  });
  const knowing = (cases: readonly GuardedCase[]): Known => ({
    numbers: cases.map(({ number }) => number),
    few: every(cases, FEW).map(({ number }) => number),
    ids: cases.map(({ id }) => id),
    files: cases.flatMap(({ files }) => files.map(({ id }) => id)),
    // Beside the places, for what is asked for stands in the answer again.
    places: every(cases, FEW).map(({ exact: [lng, lat] }) => [lng + 0.0009, lat + 0.0006] as const),
  });
  /** Every address that can be read: with all the cases in Ukrainian, with some of them in English. */
  const readable = (cases: readonly GuardedCase[]): Asked[] => {
    const [all, some] = [knowing(cases), knowing(every(cases, 10))];
    const gets = site.routes.filter(({ method }) => method === 'GET');
    return [
      ...gets.flatMap((route) => addressesOf(route, route.path.startsWith('/en/') ? some : all)),
      ...site.prepared,
    ].map((address) => ({ address }));
  };
  const json = async <T>(address: string, origin = site.origin): Promise<T> =>
    JSON.parse(String(await (await fetch(origin + address)).text())) as T;
  /** The whole public list, page by page. */
  const listed = async (query = ''): Promise<PublicCase[]> => {
    const all: PublicCase[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const after: string = cursor && `&cursor=${cursor}`;
      const page: { items: PublicCase[]; next: string | null } = await json(
        `/api/v1/appeals?limit=100${query}${after}`,
      );
      all.push(...page.items);
      cursor = page.next;
    }
    return all;
  };
  const sorted = (numbers: Iterable<string>): string[] => [...numbers].sort();

  it('is seen by this test: what slips out is caught, wherever it does', async () => {
    const [one, other] = unseen as [GuardedCase, GuardedCase];
    const caught = async (text: string, type = 'text/html') =>
      (await watch({ address: '/', type, body: Buffer.from(text) })).length > 0;
    const [lng, lat] = one.exact;
    for (const slip of [
      `<b>PotaiLast${one.n}z</b>`,
      `potaimail${one.n}z@example.org`,
      `+38 (067) 90${String(one.n)
        .padStart(5, '0')
        .replace(/(\d\d)(\d\d)$/, ' $1-$2')}`,
      `VydnoText${one.n}z`,
      spacedNumber(other.number),
      one.id,
      `<a href="/?z=16&amp;lng=${lng.toFixed(5)}&amp;lat=${lat.toFixed(5)}">`,
      JSON.stringify({ lat: lat + 0.0001, lng }),
    ])
      assert.ok(await caught(slip), slip);
    assert.ok(!(await caught(`VydnoText, Potai, 30.7326, 46.4846, ${shown[0]?.number}, +380 67 123 45 67`)));

    const open = shown.find(({ openWords }) => openWords.some((word) => word.includes('Text'))) as GuardedCase;
    const found = await CaseModel.findById(open.id).lean();
    await CaseModel.updateOne({ _id: open.id }, { $set: { 'publication.text': `PotaiText${open.n}z` } });
    const leaks = await leaksAt(site.origin, [{ address: `/appeals/${open.number}` }], watch);
    await CaseModel.updateOne({ _id: open.id }, { $set: { 'publication.text': found?.publication.text } });
    assert.deepEqual(leaks, [` /appeals/${open.number}: PotaiText${open.n}z`]);
  });

  it('is nothing that was not published, by any address, in either language', async () => {
    const all = readable(site.cases);
    assert.ok(all.length > 15_000, `${all.length} addresses`);
    assert.deepEqual(await leaksAt(site.origin, all, watch), []);
  });

  it('is nothing more for who sends forms and bodies', async () => {
    const some = knowing(every(unseen, Math.ceil(unseen.length / 25)));
    const form = {
      accessCode: '0000000000',
      reason: 'Нічого не зроблено й досі.',
      kind: 'other',
      text: 'Тут мої дані.',
    };
    const posts = site.routes.filter(({ method, path }) => method !== 'GET' && path !== '/api/v1/appeals');
    const all = posts.flatMap((route) =>
      addressesOf(route, some).map((address): Asked => {
        const pattern = route.path.replace(/:(\w+)/g, '{$1}');
        const json = RIGHT[pattern] ?? {};
        return { address, method: route.method, ...(pattern.startsWith('/api/') ? { json } : { form }) };
      }),
    );
    assert.deepEqual(await leaksAt(site.origin, all, watch), []);
  });

  it('is nothing more for the holder of one case, for who joined one, and for who proved a phone', async () => {
    const [held] = unseen as [GuardedCase];
    const joined = shown.find(({ joinCode }) => joinCode) as GuardedCase;
    const { number, joinCode: accessCode } = joined;
    const signedIn = await ask(site.origin, { address: '/api/v1/sessions', json: { number, accessCode } });
    const { token } = JSON.parse(signedIn.text) as { token: string };
    const some = every(site.cases, 50);
    const others = [...new Set([...some, held, joined, ...site.cases.filter(({ files }) => files.length > 0)])];
    const holder = await beginSession({ kind: 'caseHolder', openedCaseIds: [held.id] });
    const resident = await beginSession({ kind: 'resident', phoneHashes: ['of nobody'] });
    const nothing: MayRead = () => false;
    for (const [sessionToken, mayRead] of [
      [holder.token, (what, n) => n === held.n && what !== 'note'],
      [token, nothing],
      [resident.token, nothing],
    ] satisfies [string, MayRead][]) {
      const headers = { authorization: `Bearer ${sessionToken}` };
      const all = readable(others).map((one) => ({ ...one, headers }));
      assert.deepEqual(await leaksAt(site.origin, all, watch, mayRead), []);
    }
    const seenBy = async (id: string, sessionToken: string): Promise<AppealView> =>
      JSON.parse(
        (
          await ask(site.origin, {
            address: `/api/v1/appeals/${id}`,
            headers: { authorization: `Bearer ${sessionToken}` },
          })
        ).text,
      );
    assert.equal((await seenBy(held.id, holder.token)).details?.text.includes(`PotaiText${held.n}z`), true);
    const { viewer, answer } = await seenBy(joined.id, token);
    assert.deepEqual([viewer, answer?.text], ['joined', `VydnoAnswer${joined.n}z`]);
  });

  it('is all that was published, and nothing else', async () => {
    assert.deepEqual(sorted((await listed()).map(({ number }) => number)), sorted(shown.map(({ number }) => number)));
    for (const { number, openWords } of shown) {
      const { status, text } = await ask(site.origin, { address: `/appeals/${number}` });
      assert.equal(status, 200, number);
      for (const word of openWords) assert.ok(text.includes(word), `${number}: ${word}`);
    }
    let photos = 0;
    for (const { id, isOpen } of site.cases.flatMap(({ files }) => files))
      for (const address of [`/files/${id}`, `/files/${id}/thumb`]) {
        const { status, body } = await ask(site.origin, { address });
        assert.equal(status, isOpen ? 200 : 404, address);
        if (isOpen) assert.equal(await redPixels(body), 0);
        photos += isOpen ? 1 : 0;
      }
    assert.ok(photos > 10, `${photos} photos`);
  });

  it('is nothing beside the place of a new appeal but what is public', async () => {
    for (const { n, category, exact } of every(site.cases, 20)) {
      const { token } = await beginDraft({
        'ui.about': 'place',
        categoryCode: category.code,
        'place.point.type': 'Point',
        'place.point.coordinates.0': String(exact[0]),
        'place.point.coordinates.1': String(exact[1]),
      });
      const headers = { cookie: `vidhuk-draft=${token}` };
      const all = ['nearby', 'check'].map((step) => ({ address: `/appeals/new/${step}`, headers }));
      // The place is the writer's own, and shown to them again.
      assert.deepEqual(await leaksAt(site.origin, all, watch, (what, of) => of === n && what === 'place'), []);
    }
  });

  it('is not even whether an unpublished case exists', async () => {
    const nobodys = caseNumber(2026, 9_999_999);
    const paths = ['', '/received', '/slip', '/joined', '/report', '/overdue.pdf', '/letter.pdf'];
    const told = async (number: string): Promise<string[]> =>
      Promise.all(
        paths.map(async (path) => {
          const { status, text } = await ask(site.origin, { address: `/appeals/${number}${path}` });
          return `${status} ${text.replaceAll(number, 'N').replaceAll(spacedNumber(number), 'N')}`;
        }),
      );
    const nothing = await told(nobodys);
    for (const { number } of every(unseen, 100)) assert.deepEqual(await told(number), nothing);
  });

  it('is heard live of public cases alone', async () => {
    const some = every(site.cases, 4);
    for (let at = 0; at < some.length; at += MOST_WATCHED) {
      const page = watchers.come();
      for (const one of some.slice(at, at + MOST_WATCHED))
        assert.equal(await page.watches(one.id), isVisible(one), one.number);
    }
    const watcher = watchers.come();
    assert.equal(await watcher.watchesDesk(), false);
    for (const link of ['0000000', '7KQ2M4P', '']) assert.equal(await watcher.watchesLink(link), false);
    const news = [shown[0], unseen.find(({ fate }) => fate === 'kept')] as [GuardedCase, GuardedCase];
    for (const one of news) assert.equal(await watcher.watches(one.id), isVisible(one));
    for (const { number } of news.toReversed()) await moveAlong(number, 'register', { questionGroup: 3 });
    await watcher.hears(news[0].id);
    assert.deepEqual(watcher.heard(), [news[0].id]);
  });

  it('is on the map and in lists what it would be if no other cases were there', async () => {
    const views = every(site.cases, 40).map(({ exact: [lng, lat] }) => `z=17&lng=${lng}&lat=${lat}`);
    const addresses = [
      ...tilesOfCity([10, 11, 12, 13, 14]).map((tile) => `/api/v1/map/${tile}`),
      ...views.map((view) => `/map/picture.svg?${view}&w=400&h=400&cases=1`),
      ...districts().map(({ code }) => `/api/v1/appeals?limit=100&district=${code}`),
      '/news.rss',
    ];
    let counted = 0;
    await site.withNoOtherCases(
      shown.map(({ id }) => id),
      async (alone) => {
        for (const address of addresses) {
          const [here, there] = await Promise.all(
            [site.origin, alone].map(async (origin) => {
              const { text } = await ask(origin, { address });
              return text.replaceAll(origin, '').replace(/<lastBuildDate>.*?</, '<');
            }),
          );
          assert.equal(here, there, address);
          if (address.startsWith('/api/v1/map/12/')) counted += casesOn(JSON.parse(here ?? '') as MapTile);
        }
      },
    );
    assert.equal(counted, shown.filter(({ shownAt }) => shownAt).length);
  });
});
