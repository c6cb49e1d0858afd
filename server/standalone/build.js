import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The programs of `dist/` and the module that each begins with. */
const PROGRAMS = {
  web: 'server/main.ts',
  'case-index': 'server/case-index.thread.ts',
  work: 'workers/main.ts',
  start: 'server/standalone/start.ts',
  task: 'server/standalone/task.ts',
  simulator: 'server/standalone/phone-simulator/main.ts',
  'add-staff': 'server/tasks/add-staff.ts',
  'found-replica-set': 'server/tasks/found-replica-set.ts',
  migrate: 'server/tasks/migrate.ts',
  verify: 'server/tasks/verify.ts',
  seed: 'server/tasks/seed.ts',
  import: 'server/tasks/import.ts',
};
const TOOLS = ['package.json', 'package-lock.json', 'tsconfig.json', 'server/standalone/build.js'];

/** @typedef {{ stamp: string, inputs: readonly string[], build: () => Promise<void> }} Part */
/** What is built, each part out of its own inputs; the stamp in `dist/` tells of which. @type {readonly Part[]} */
const PARTS = [
  {
    stamp: 'dist/.programs',
    inputs: ['server', 'workers', 'shared', 'client/views', ...TOOLS],
    build: buildPrograms,
  },
  {
    stamp: 'dist/client/.vite/.inputs',
    inputs: ['client', 'shared', 'vite.config.ts', ...TOOLS],
    build: buildClient,
  },
];

/** @param {string} path @returns {string[]} */
const filesOf = (path) => {
  try {
    return readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [path];
    throw error;
  }
};
/** @param {Part} part */
const fingerprint = ({ inputs }) => {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap(filesOf)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};
/** @param {Part} part */
const isStale = (part) => {
  try {
    return readFileSync(part.stamp, 'utf8') !== fingerprint(part);
  } catch {
    return true;
  }
};
/** True where something in `dist/` is older than its sources. */
export const isBuildStale = () => PARTS.some(isStale);

async function buildPrograms() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: PROGRAMS,
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  // Given away as it is: it lies beside the bundle as it lies beside its source.
  cpSync('server/petitions/verifier', 'dist/verifier', { recursive: true });
}
async function buildClient() {
  const { build } = await import('vite');
  await build({ logLevel: 'error' });
}

/** Builds what is stale. A part that is being built has no stamp, so that one cut short is built again. */
export async function buildStale() {
  await Promise.all(
    PARTS.filter(isStale).map(async (part) => {
      const inputs = fingerprint(part);
      rmSync(part.stamp, { force: true });
      await part.build();
      writeFileSync(part.stamp, inputs);
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildStale().catch((error) => {
    if (!error.errors) throw error;
    process.exitCode = 1; // esbuild has said where and why
  });
}
