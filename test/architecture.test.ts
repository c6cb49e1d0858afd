import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The domains of the server from left to right: a door is open to those who stand to its right, not beside it. */
const ORDER = `calendar | catalogue | identity | people | moderation | history | deadlines | notifications | register |
  appeals info-requests deputies | petitions participation | map statistics open311 open-data integrations`
  .split('|')
  .map((group) => group.trim().split(/\s+/));
const placeOf = (file: string) => ORDER.findIndex((group) => group.includes(file.split('/')[1] ?? ''));

/** Architecture, section 4; the first that fits speaks. A folder may import itself; what is not said is refused. */
const RULES: [from: RegExp, to: RegExp, doors?: 'every door' | 'doors on the left'][] = [
  [/^shared\/domain\//, /^$/],
  [/^shared\/(contract|jobs|texts)\//, /^shared\/(domain|contract|texts)\/|^zod\/mini$/],
  [/^client\/views\//, /^shared\/(domain|contract|texts)\/|^preact/],
  [/^client\//, /^(client\/|shared\/(domain|contract|texts)\/|preact|leaflet$|socket\.io-client$|zod\/mini$)/],
  [/^server\/platform\//, /^(shared\/(domain|jobs)\/|node:|(mongoose|zod|pino|ioredis)$)/],
  [/^server\/http\//, /^(server\/platform\/|shared\/(?!jobs)|node:|(express|zod\/mini)$)/],
  [/^server\/(pages|live)\/.*\.routes\./, /^(server\/(platform|http)|client\/views|shared)\/|^express$/, 'every door'],
  [/^server\/(pages|live)\//, /^((server\/(platform|http)|client\/views|shared)\/|node:|preact|socket\.io$)/, 'every door'],
  [/^server\/([\w]+\.ts|(seeds|standalone)\/)/, /^(server|shared)\/|^[^/]+$/],
  [/^server\/.*\.routes\./, /^(server\/(platform|http)\/|shared\/|express$)/, 'doors on the left'],
  [/^server\//, /^(server\/platform\/|shared\/|node:|(mongoose|zod\/mini)$)/, 'doors on the left'],
  [/^workers\/main\.ts$/, /^(server|workers|shared)\/|^[^/]+$/],
  [/^workers\//, /^((server|workers)\/platform\/|shared\/|node:|(bullmq|twilio)$)/, 'every door'],
];
const folderOf = (file: string) => file.split('/').slice(0, 2).join('/');
const mayImport = (from: string, to: string): boolean => {
  const [, packagesAndFolders, doors] = RULES.find(([whose]) => whose.test(from)) ?? assert.fail(`no rule for ${from}`);
  if (folderOf(from) === folderOf(to) || packagesAndFolders.test(to)) return true;
  const isOpen = placeOf(to) >= 0 && (doors === 'every door' || placeOf(to) < placeOf(from));
  return doors !== undefined && isOpen && /^server\/[\w-]+\/index\.ts$/.test(to);
};

type Imports = (file: string) => string[];
/** The first circle met from `file` on; `clear` are the files known to lie on none. */
const circleFrom = (file: string, imports: Imports, clear: Set<string>, path: string[] = []): string[] | null => {
  if (path.includes(file)) return [...path, file];
  if (clear.has(file)) return null;
  for (const to of imports(file).filter((to) => /\.tsx?$/.test(to))) {
    const circle = circleFrom(to, imports, clear, [...path, file]);
    if (circle) return circle;
  }
  clear.add(file);
  return null;
};
const importsOf: Imports = (file) =>
  [...readFileSync(file, 'utf8').matchAll(/\b(?:from |import[ (])'([^']+)'/g)].map(([, to = '']) =>
    to.startsWith('.') ? join(dirname(file), to) : to.replace(/^#/, ''),
  );
const sources = ['server', 'client', 'workers', 'shared'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' }).flatMap((f) => (/\.tsx?$/.test(f) ? [join(top, f)] : [])),
);

describe('architecture', () => {
  const forbidden: [why: string, from: string, to: string][] = [
    ['a door to the right', 'server/register/commands/move-case.ts', 'server/appeals/index.ts'],
    ['a door beside', 'server/appeals/index.ts', 'server/deputies/index.ts'],
    ['not by the door', 'server/appeals/index.ts', 'server/register/case.model.ts'],
    ['HTTP outside routes', 'server/register/register.queries.ts', 'server/http/endpoint.ts'],
    ['a domain in the platform', 'server/platform/outbox.ts', 'server/history/index.ts'],
    ['jobs in the client', 'client/desk/card.tsx', 'shared/jobs/sms.ts'],
    ['the server in the client', 'client/main.ts', 'server/regimes.ts'],
    ['a package in pure rules', 'shared/domain/legal-clock.ts', 'zod/mini'],
    ['workers in the server', 'server/app.ts', 'workers/sms/index.ts'],
    ['composition in a worker', 'workers/sms/index.ts', 'server/app.ts'],
  ];
  for (const [why, from, to] of forbidden) it(`catches ${why}`, () => assert.ok(!mayImport(from, to)));
  it('catches a circle', () => {
    const circle = circleFrom('a.ts', (file) => (file === 'a.ts' ? ['b.ts'] : ['a.ts']), new Set());
    assert.deepEqual(circle, ['a.ts', 'b.ts', 'a.ts']);
  });

  const clear = new Set<string>();
  for (const file of sources)
    it(`${file} keeps to its neighbours`, () => {
      const trespasses = importsOf(file).filter((to) => !mayImport(file, to));
      assert.deepEqual([trespasses, circleFrom(file, importsOf, clear)], [[], null]);
    });
});
