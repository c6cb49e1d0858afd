import { type HistoryTally, verifyHistory } from '#server/history/index.ts';
import { installRegimes } from '#server/regimes.ts';
import { auditCase } from '#server/register/index.ts';
import { runTask } from './run-task.ts';

const wordsOf = ({ subjects, events, broken, astray }: HistoryTally): string =>
  [
    `History: ${events} events of ${subjects} subjects, ${broken.length} broken chains, ${astray.length} that do not fit theirs`,
    ...broken.map((subject) => `broken: ${subject}`),
    ...astray.map((subject) => `astray: ${subject}`),
  ].join('\n');

/** Walks all history; exits with 1 where anything does not hold. */
await runTask('verify', async () => {
  installRegimes();
  const tally = await verifyHistory(async (chain) => (chain[0]?.subject.kind === 'case' ? auditCase(chain) : null));
  if (tally.broken.length + tally.astray.length > 0) process.exitCode = 1;
  return wordsOf(tally);
});
