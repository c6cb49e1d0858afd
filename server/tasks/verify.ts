import { type HistoryTally, verifyHistory } from '#server/history/index.ts';
import { database } from '#server/platform/database.ts';
import { installRegimes } from '#server/regimes.ts';
import { auditCases } from '#server/register/index.ts';
import { runTask } from './run-task.ts';

/** How often a walk over a long history says how far it has come, in milliseconds. */
const SELDOM_MS = 10_000;

const wordsOf = ({ subjects, events, broken, astray }: HistoryTally): string =>
  [
    `History: ${events} events of ${subjects} subjects, ${broken.length} broken chains, ${astray.length} that do not fit theirs`,
    ...broken.map((subject) => `broken: ${subject}`),
    ...astray.map((subject) => `astray: ${subject}`),
  ].join('\n');

/** Walks all history; exits with 1 where anything does not hold. */
await runTask('verify', async () => {
  installRegimes();
  const all = await database().collection('events').estimatedDocumentCount();
  let saidAt = performance.now();
  const tally = await verifyHistory(auditCases, ({ events }) => {
    if (performance.now() - saidAt < SELDOM_MS) return;
    saidAt = performance.now();
    process.stdout.write(`History: ${events} of some ${all} events walked\n`);
  });
  if (tally.broken.length + tally.astray.length > 0) process.exitCode = 1;
  return wordsOf(tally);
});
