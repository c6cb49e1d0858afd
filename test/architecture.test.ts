import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The domains of the server from left to right: a door is open to those who stand to its right, not beside it. */
const ORDER =
  `calendar | catalogue places | identity | people | moderation | history attachments signatures | accounts templates | deadlines | notifications |
  register | appeals bulk executors info-requests deputies | petitions participation |
  papers | desk post map news reference reports routing statistics open311 open-data integrations`
    .split('|')
    .map((group) => group.trim().split(/\s+/));
const placeOf = (file: string) => ORDER.findIndex((group) => group.includes(file.split('/')[1] ?? ''));

interface Rule {
  /** The row of docs/architecture.md that it speaks for. */
  row: string;
  from: RegExp;
  /** Folders and packages; a folder may always import itself. */
  to: RegExp;
  doors?: 'every door' | 'doors on the left';
}
/** Who may import whom (docs/architecture.md); the first that fits speaks, and what is not said is refused. */
const RULES: readonly Rule[] = [
  { row: 'shared/domain', from: /^shared\/domain\//, to: /^$/ },
  {
    row: 'shared/contract, jobs, texts',
    from: /^shared\/(contract|jobs|texts)\//,
    to: /^shared\/(domain|contract|texts)\/|^zod\/mini$/,
  },
  { row: 'client/views', from: /^client\/views\//, to: /^shared\/(domain|contract|texts)\/|^preact/ },
  {
    row: 'rest of client',
    from: /^client\//,
    to: /^(client\/|shared\/(domain|contract|texts)\/|preact|leaflet$|socket\.io-client$|zod\/mini$)/,
  },
  {
    row: 'server/platform',
    from: /^server\/platform\//,
    to: /^(shared\/(domain|jobs)\/|node:|(mongoose|zod|pino|ioredis)$)/,
  },
  {
    row: 'server/http',
    from: /^server\/http\//,
    to: /^(server\/platform\/|shared\/(?!jobs)|node:|(express|accepts|helmet|prom-client|rate-limiter-flexible|@fastify\/busboy|zod\/mini)$)/,
  },
  {
    row: 'server/pages, server/live',
    from: /^server\/(pages|live)\//,
    to: /^((server\/(platform|http)|client\/views|shared)\/|node:|preact|(socket\.io|express|qr)$)/,
    doors: 'every door',
  },
  {
    row: 'composition',
    from: /^server\/([\w.-]+\.ts$|(seeds|standalone|tasks)\/)/,
    to: /^(server|shared|client\/views)\/|^[^/]+$|^(node:|@|zod\/|preact|tsx\/esm\/api$)/,
  },
  {
    row: 'routes of a domain',
    from: /^server\/[\w-]+\/[\w.-]*\.routes\.ts$/,
    to: /^(server\/(platform|http)\/|shared\/|(express|twilio|csv-stringify\/sync|zod\/mini)$)/,
    doors: 'doors on the left',
  },
  {
    row: 'a domain of server',
    from: /^server\//,
    to: /^(server\/platform\/|shared\/|node:|(mongoose|zod\/mini|@node-rs\/argon2|otpauth|openid-client|sharp|file-type|yauzl|exif-reader|feed|write-excel-file\/node|csv-parse|pdfmake|pdfmake\/interfaces\.js|pkijs|fflate)$)/,
    doors: 'doors on the left',
  },
  { row: 'workers/main.ts', from: /^workers\/main\.ts$/, to: /^(server|workers|shared)\/|^[^/]+$/ },
  {
    row: 'a worker',
    from: /^workers\//,
    to: /^((server|workers)\/platform\/|shared\/|node:|(bullmq|ioredis|twilio|smpp|nodemailer(\/lib\/[\w-]+)?)$)/,
    doors: 'every door',
  },
];
const folderOf = (file: string) => file.split('/').slice(0, 2).join('/');
const ruleFor = (from: string): Rule =>
  RULES.find((rule) => rule.from.test(from)) ?? assert.fail(`no rule for ${from}`);

function mayImport(from: string, to: string): boolean {
  const rule = ruleFor(from);
  if (folderOf(from) === folderOf(to) || rule.to.test(to)) return true;
  const isOpen = placeOf(to) >= 0 && (rule.doors === 'every door' || placeOf(to) < placeOf(from));
  return rule.doors !== undefined && isOpen && /^server\/[\w-]+\/index\.ts$/.test(to);
}

type Imports = (file: string) => string[];
/** The first circle met from `file` on; `clear` are the files known to lie on none. */
function circleFrom(file: string, imports: Imports, clear: Set<string>, path: string[] = []): string[] | null {
  if (path.includes(file)) return [...path, file];
  if (clear.has(file)) return null;
  for (const to of imports(file).filter((to) => /^(server|client|workers|shared)\/.*\.[tj]sx?$|^[ab]\.ts$/.test(to))) {
    const circle = circleFrom(to, imports, clear, [...path, file]);
    if (circle) return circle;
  }
  clear.add(file);
  return null;
}
const importsOf: Imports = (file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\b[^;']*?\bfrom '([^']+)'|\bimport\(\s*'([^']+)'|^import '([^']+)'/gm,
    ),
  ].map(([, from, called, bare]) => {
    const to = from ?? called ?? bare ?? '';
    return to.startsWith('.') ? join(dirname(file), to) : to.replace(/^#/, '');
  });
const sources = ['server', 'client', 'workers', 'shared'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' }).flatMap((f) => (/\.tsx?$/.test(f) ? [join(top, f)] : [])),
);

/** At least one forbidden import for every row, so that no row can fall silent. */
const FORBIDDEN: readonly [why: string, from: string, to: string][] = [
  ['a package in pure rules', 'shared/domain/legal-clock/reckon.ts', 'zod/mini'],
  ['the server in a contract', 'shared/contract/appeals.ts', 'server/regimes.ts'],
  ['a socket in a view', 'client/views/layout.tsx', 'socket.io-client'],
  ['an island in a view', 'client/views/layout.tsx', 'client/islands/live-case.tsx'],
  ['jobs in the client', 'client/desk/card.tsx', 'shared/jobs/delivery.ts'],
  ['the server in the client', 'client/main.ts', 'server/regimes.ts'],
  ['a domain in the platform', 'server/platform/outbox.ts', 'server/history/index.ts'],
  ['HTTP in the platform', 'server/platform/problem.ts', 'express'],
  ['a domain in HTTP', 'server/http/endpoint.ts', 'server/identity/index.ts'],
  ['jobs in HTTP', 'server/http/endpoint.ts', 'shared/jobs/delivery.ts'],
  ['a page that goes round a door', 'server/pages/case.routes.ts', 'server/register/case.model.ts'],
  ['a live update that goes round a door', 'server/live/live.ts', 'server/register/case.model.ts'],
  ['workers in the server', 'server/app.ts', 'workers/sms/index.ts'],
  ['workers in a task', 'server/tasks/seed.ts', 'workers/sms/index.ts'],
  ['routes that go round a door', 'server/appeals/appeal.routes.ts', 'server/register/case.model.ts'],
  ['a door to the right', 'server/register/commands/move-case.ts', 'server/appeals/index.ts'],
  ['a door to the right, in routes', 'server/register/register.routes.ts', 'server/appeals/index.ts'],
  ['a door beside', 'server/appeals/index.ts', 'server/deputies/index.ts'],
  ['not by the door', 'server/appeals/index.ts', 'server/register/case.model.ts'],
  ['HTTP outside routes', 'server/register/register.queries.ts', 'server/http/endpoint.ts'],
  ['Express outside routes', 'server/register/register.queries.ts', 'express'],
  ['the client in the workers', 'workers/main.ts', 'client/main.ts'],
  ['composition in a worker', 'workers/sms/index.ts', 'server/app.ts'],
  ['a worker in another worker', 'workers/sms/index.ts', 'workers/outbox/outbox.relay.ts'],
];

describe('architecture', () => {
  for (const [why, from, to] of FORBIDDEN) it(`catches ${why}`, () => assert.ok(!mayImport(from, to)));

  it('has a forbidden import for every row of the table', () => {
    const covered = new Set(FORBIDDEN.map(([, from]) => ruleFor(from).row));
    assert.deepEqual(
      RULES.flatMap(({ row }) => (covered.has(row) ? [] : [row])),
      [],
    );
  });
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
