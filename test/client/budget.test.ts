import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { useCatalogue } from '#server/catalogue/index.ts';
import { useClientIn } from '#server/pages/assets.ts';
import { casePage } from '#server/pages/case.page.tsx';
import { receivedPage } from '#server/pages/receipt.page.tsx';
import type { PageRequest } from '#server/pages/visit.routes.ts';
import { checkStep } from '#server/pages/wizard/check.step.tsx';
import { detailsStep } from '#server/pages/wizard/details.step.tsx';
import { noKnownWorks } from '#server/pages/wizard/known-works.ts';
import type { Step } from '#server/pages/wizard/step.ts';
import { whatStep } from '#server/pages/wizard/what.step.tsx';
import { whereStep } from '#server/pages/wizard/where.step.tsx';
import { youStep } from '#server/pages/wizard/you.step.tsx';
import { usePlaces } from '#server/places/index.ts';
import { CATEGORIES, DEPARTMENTS } from '#server/seeds/city.ts';
import { DEMO_APPEALS } from '#server/seeds/demo-appeals.ts';
import { seedDistrictRows, seedStreetRows } from '#server/seeds/places/seed-places.ts';
import { caseNumber } from '#shared/domain/case-number.ts';
import { aCaseList, aHomePage, aListedCase } from '../support/home-sample.ts';
import { setCalendar } from '../support/legal-calendars.ts';
import { aReport } from '../support/pages.client.ts';
import { aCaseBody, aReceipt, aSentCode } from '../support/view-samples.ts';

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
  dynamicImports?: string[];
}
const KB = 1024;
/** Islands that bring the map with them: a bound of their own. */
const MAPS = ['client/islands/city-map.ts', 'client/islands/embed-map.ts', 'client/islands/pin-map.ts'];

describe('client: bytes of a public page, compressed by brotli', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vidhuk-client-'));
  let manifest: Record<string, Chunk>;
  before(() => {
    execFileSync('node_modules/.bin/vite', ['build', '--logLevel', 'error', '--outDir', folder]);
    manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
    useClientIn(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  const sizeOf = (bytes: string | Buffer) => brotliCompressSync(bytes).length;
  const sizeOfFile = (file: string) => sizeOf(readFileSync(join(folder, file)));
  const styles = () => sizeOfFile(manifest['client/styles/public.css']?.file ?? '');
  /** A chunk with everything that it must fetch before it runs. */
  const closure = (source: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(source)) return seen;
    seen.add(source);
    for (const inner of manifest[source]?.imports ?? []) closure(inner, seen);
    return seen;
  };

  /** The home page as large as it comes: a page of cases with long and different words, and every topic in its filter. */
  const fullHome = () => {
    useCatalogue(CATEGORIES, DEPARTMENTS);
    const listed = DEMO_APPEALS.slice(0, 10).map(({ draft: { text } }, i) =>
      aListedCase(
        { id: String(i).padStart(24, '0'), number: caseNumber(2026, i * 7_919), text },
        { thumbUrl: `/files/${i}` },
      ),
    );
    const byDistrict = seedDistrictRows().map(({ uk: name, _id }, i) => ({
      name,
      count: 3_047 - i * 11,
      only: `/?district=${_id}`,
    }));
    const next = `/?cursor=${'c'.repeat(90)}`;
    return aHomePage('uk', { list: aCaseList({ listed, total: 12_043, byDistrict, next }) });
  };
  it('keeps the styles within 7 KB', () => assert.ok(styles() <= 7 * KB, `${styles()} bytes`));
  const visit = { lang: 'uk', path: '/', isSignedIn: false } as const;
  /** A step of the wizard with everything that it can show. */
  const fullStep = (step: Step, values: Record<string, string>) => () => {
    useCatalogue(CATEGORIES, DEPARTMENTS);
    usePlaces(seedDistrictRows(), seedStreetRows());
    setCalendar();
    const request = { visit, query: () => undefined } as unknown as PageRequest;
    return step.draw(request, { values, errors: [], trouble: null, draft: null });
  };
  /** A report by somebody for three people, with personal data in its text. */
  const report = {
    ...aReport({ text: DEMO_APPEALS.map(({ draft: { text } }) => text).join(' ') }),
    ...Object.fromEntries([0, 1, 2].map((i) => [`coApplicants.${i}.lastName`, `Коваль ${i}`])),
    'representative.basis': 'довіреність від 12 січня 2026 № 15',
    'contact.email': 'olena@example.com',
  };
  const pin = { 'place.point.coordinates.0': '30.736200', 'place.point.coordinates.1': '46.484300' };
  const street = { 'place.streetId': '1'.padStart(24, '0'), 'ui.house': '12а' };
  const pages: [string, () => string | Promise<string>][] = [
    ['home', fullHome],
    ['what was found in «where»', fullStep(whereStep(null), { 'ui.q': 'вулиця', 'ui.pages': '2' })],
    ['the map in «where»', fullStep(whereStep(null), { 'ui.way': 'pin', ...street, ...pin })],
    ['the topics in «what»', fullStep(whatStep(noKnownWorks), { 'ui.topic': 'вода' })],
    [
      'the kinds in «what»',
      fullStep(whatStep(noKnownWorks), { 'ui.part': 'kind', categoryCode: 'military', kind: 'complaint' }),
    ],
    ['the words and files of «details»', fullStep(detailsStep, report)],
    ['everything in «you»', fullStep(youStep, report)],
    ['the last look', fullStep(checkStep, report)],
    ['a receipt', () => receivedPage(visit, { ...aReceipt, contact: aSentCode })],
    ['a case', () => casePage(visit, aCaseBody())],
  ];
  for (const [name, page] of pages)
    it(`keeps ${name} with its styles within 14 KB`, async () => {
      const html = await page();
      const sheets = [...html.matchAll(/rel="stylesheet" href="\/([^"]+)"/g)].map(([, file = '']) => sizeOfFile(file));
      const bytes = sizeOf(html) + sheets.reduce((sum, size) => sum + size, 0);
      assert.ok(sheets.length > 0 && bytes <= 14 * KB, `${bytes} bytes`);
    });
  it('keeps the scripts of any page within 25 KB, with every island awake', () => {
    const islands = (manifest['client/main.ts']?.dynamicImports ?? [])
      .filter((island) => !MAPS.includes(island))
      .map((island) => closure(island));
    assert.ok(islands.length > 1);
    for (const island of islands) {
      const files = [...closure('client/main.ts', new Set(island))].map((source) => manifest[source]?.file ?? '');
      const bytes = files.reduce((sum, file) => sum + sizeOfFile(file), 0);
      assert.ok(bytes <= 25 * KB, `${files.join(', ')}: ${bytes} bytes`);
    }
  });
  for (const map of MAPS)
    it(`keeps ${map} with all that it brings within 70 KB, and out of what a page fetches first`, () => {
      const first = closure('client/main.ts');
      const chunks = [...closure(map)].filter((source) => !first.has(source)).map((source) => manifest[source]);
      const files = chunks.flatMap((chunk) => [chunk?.file ?? '', ...(chunk?.css ?? [])]);
      const bytes = files.reduce((sum, file) => sum + sizeOfFile(file), 0);
      assert.ok(!first.has(map) && files.length > 1 && bytes <= 70 * KB, `${files.join(', ')}: ${bytes} bytes`);
    });
});
