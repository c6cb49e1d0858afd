import assert from 'node:assert/strict';
import { brotliCompressSync } from 'node:zlib';
import { beginDraft } from '#server/appeals/index.ts';
import { beginSession } from '#server/identity/index.ts';
import { type Person, PersonModel } from '#server/people/person.model.ts';
import { signPetition } from '#server/petitions/index.ts';
import { caseByNumber } from '#server/register/index.ts';
import { type Participant, ParticipantModel } from '#server/register/participant.model.ts';
import { DEMO_APPEALS } from '#server/seeds/demo-appeals.ts';
import { caseNumber } from '#shared/domain/case-number.ts';
import { caseStates } from '../../support/case-states.ts';
import { aReport } from '../../support/pages.client.ts';
import { aPublished, aSigner, sealAll } from '../../support/petitions.ts';
import { aPublishedCase, keepPublished } from '../../support/published.ts';
import { useSite } from '../../support/site.ts';

const KB = 1024;
const LONG = DEMO_APPEALS.map(({ draft: { text } }) => text)
  .join(' ')
  .slice(0, 900);
const numberIn = (path: string): string => /\d{10}/.exec(path)?.[0] ?? '';
const sizeOf = (text: string): number => brotliCompressSync(text).length;
/** A page as it is asked for: by whom, and with what on it. */
interface Asked {
  name: string;
  path: string;
  cookie?: string;
}

describe('pages: what a browser fetches before it can show one, compressed by brotli', function weights() {
  this.timeout(120_000);
  const site = useSite();
  const pages: Asked[] = [];
  before(async () => {
    const near = Array.from({ length: 12 }, (_, i) =>
      aPublishedCase({
        number: caseNumber(2025, i),
        at: [30.7363 + i * 1e-4, 46.4843],
        text: LONG.slice(i * 20),
        address: 'вул. Дерибасівська, 10',
      }),
    );
    const states = await caseStates();
    await keepPublished(near);
    for (const { name, path, token } of states) pages.push({ name, path, ...(token && { cookie: `vidhuk=${token}` }) });
    const own = states.find(({ name }) => name === 'own, received') ?? assert.fail();
    for (const part of ['received', 'slip'])
      pages.push({ name: part, path: `${own.path}/${part}`, cookie: `vidhuk=${own.token}` });
    const found = await caseByNumber(numberIn(own.path));
    const { link } = (await ParticipantModel.findOne({ caseId: found?._id ?? '' }).lean<Participant>()) ?? {};
    pages.push({ name: 'short link', path: `/c/${link}` });
    const openedCaseIds = await Promise.all(
      states.map(async ({ path }) => String((await caseByNumber(numberIn(path)))?._id)),
    );
    const { token } = await beginSession({ kind: 'caseHolder', openedCaseIds: [...new Set(openedCaseIds)] });
    pages.push({ name: 'sign in', path: '/my' }, { name: 'my', path: '/my', cookie: `vidhuk=${token}` });
    const people = await PersonModel.find({ phoneHash: { $ne: null } }).lean<Person[]>();
    const phoneHashes = people.flatMap(({ phoneHash }) => phoneHash ?? []);
    const resident = await beginSession({ kind: 'resident', phoneHashes });
    pages.push({ name: 'messages', path: '/my/messages', cookie: `vidhuk=${resident.token}` });

    const { token: draft } = await beginDraft({
      ...aReport(),
      'ui.about': 'place',
      text: LONG,
      'place.point.type': 'Point',
      'place.point.coordinates.0': '30.7363',
      'place.point.coordinates.1': '46.4843',
    });
    for (const step of [
      'where',
      'where?way=pin',
      'where?way=words',
      'what',
      'what?part=kind',
      'nearby',
      'details',
      'you',
      'check',
    ])
      pages.push({ name: step, path: `/appeals/new/${step}`, cookie: `vidhuk-draft=${draft}` });
    const petition = await aPublished({ essence: LONG, demand: LONG.repeat(3) });
    await Promise.all(Array.from({ length: 100 }, (_, i) => signPetition(petition, aSigner(i))));
    for (let n = 0; n < 19; n += 1) await aPublished({ title: LONG.slice(n, n + 79) });
    await sealAll();
    for (const path of ['', '/signers', '/sign', '/poster'])
      pages.push({ name: `petition ${path}`, path: `/petitions/${petition.number}${path}` });
    for (const path of [
      '/petitions',
      '/petitions/new',
      '/',
      '/?z=16&lng=30.7363&lat=46.4843',
      '/news',
      '/how-it-works',
      '/help',
      '/privacy',
      '/accessibility',
      '/clock',
      '/statistics',
      '/statistics/messages',
      '/clock?rule=appeal.month&receivedOn=2026-03-02',
      '/appeals/find?number=1',
      '/no-such-page',
    ])
      pages.push({ name: path, path });
    for (const { path, ...rest } of [...pages])
      if (!path.startsWith('/en')) pages.push({ ...rest, path: path === '/' ? '/en' : `/en${path}` });
  });

  it('is at most 14 KB, of it 7 KB of styles', async () => {
    const sheets = new Map<string, number>();
    const weigh = async (sheet: string): Promise<number> => {
      const known = sheets.get(sheet) ?? sizeOf(await (await fetch(site.origin + sheet)).text());
      sheets.set(sheet, known);
      return known;
    };
    const answered = new Map<string, string>();
    for (const { name, path, cookie } of pages) {
      const answer = await fetch(site.origin + path, { headers: cookie ? { cookie } : {} });
      assert.ok(answer.status < 500, path);
      const html = await answer.text();
      const styles = [...html.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, sheet = '']) => sheet);
      const css = (await Promise.all(styles.map(weigh))).reduce((sum, bytes) => sum + bytes, 0);
      const what = `${name} (${path}): ${sizeOf(html)} + ${css} bytes`;
      assert.ok(css > 0 && css <= 7 * KB && sizeOf(html) + css <= 14 * KB, what);
      answered.set(path, html);
    }
    for (const [path, words] of [
      ['/my', 'Звернення 2600'],
      ['/appeals/new/nearby', 'Приєднатися до звернення'],
      ['/appeals/new/check', 'Шевченко'],
    ] as const)
      assert.ok(
        answered
          .get(path)
          ?.replace(/\u00a0/g, ' ')
          .includes(words),
        `${path} is not as full as it comes`,
      );
  });
});
