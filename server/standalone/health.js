// Asks one production process of this machine how it is, and exits with 0 or 1. Node's own modules only: it runs every few seconds.
//   health.js web          the site at PORT can answer people
//   health.js work [pid]   the workers of that process (the container's first) have said lately that they reach what they need
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How old a sign of life may be, in milliseconds: three are missed by then. */
const STALE_MS = 45_000;

/** @type {Readonly<Record<string, (pid: string) => Promise<boolean>>>} */
const QUESTIONS = {
  web: async () => (await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`)).ok,
  work: async (pid) => Date.now() - statSync(join(tmpdir(), `vidhuk-work-${pid}`)).mtimeMs < STALE_MS,
};
const [name = '', pid = '1'] = process.argv.slice(2);
try {
  process.exitCode = (await QUESTIONS[name]?.(pid)) ? 0 : 1;
} catch {
  process.exitCode = 1; // nobody answers, or no sign of life was ever given
}
