import { readFile } from 'node:fs/promises';
import { z } from 'zod/mini';
import { type HistoryFault, type HistoryTally, verifyHistory } from '#server/history/index.ts';
import { database } from '#server/platform/database.ts';
import { installRegimes } from '#server/regimes.ts';
import { auditCases, casesWithoutHistory } from '#server/register/index.ts';
import { historyFaults } from '#shared/texts/uk/history-faults.ts';
import { runTask } from './run-task.ts';

/** How often a walk over a long history says how far it has come, in milliseconds. */
const SELDOM_MS = 10_000;
/** What `/history/roots.json` said when somebody kept it. */
const KEPT = z.object({ roots: z.array(z.object({ night: z.string(), hash: z.string() })) });

const sayingOf = (subject: string, fault: HistoryFault): string => `${subject}: ${historyFaults[fault]}`;
const wordsOf = ({ subjects, events, roots, broken, astray }: HistoryTally): string =>
  [
    `History: ${events} events of ${subjects} subjects, ${roots} nightly roots, ${broken.length} broken chains, ${astray.length} other faults`,
    ...broken.map((subject) => sayingOf(subject, 'chainBroken')),
    ...astray.map(({ subject, fault }) => sayingOf(subject, fault)),
  ].join('\n');

/** Walks all history; exits with 1 where anything does not hold. The one argument is a copy of `/history/roots.json` kept elsewhere. */
await runTask('verify', async () => {
  installRegimes();
  const [, , file] = process.argv;
  const kept = file === undefined ? [] : KEPT.parse(JSON.parse(await readFile(file, 'utf8'))).roots;
  const all = await database().collection('events').estimatedDocumentCount();
  let saidAt = performance.now();
  const onProgress = ({ events }: HistoryTally): void => {
    if (performance.now() - saidAt < SELDOM_MS) return;
    saidAt = performance.now();
    process.stdout.write(`History: ${events} of some ${all} events walked\n`);
  };
  const tally = await verifyHistory(auditCases, { onProgress, kept });
  for (const id of await casesWithoutHistory()) tally.astray.push({ subject: `case ${id}`, fault: 'historyMissing' });
  if (tally.broken.length + tally.astray.length > 0) process.exitCode = 1;
  return wordsOf(tally);
});
