import { verifyHistory } from '#server/history/index.ts';
import { caseById } from '#server/register/index.ts';
import { runTask } from './run-task.ts';

await runTask('verify', async () => {
  const astray: string[] = [];
  const tally = await verifyHistory(async ({ subject, to }) => {
    if (subject.kind !== 'case') return;
    const found = await caseById(subject.id);
    if (found?.status !== to) astray.push(`case ${subject.id}`);
  });
  const { subjects, events, broken } = tally;
  if (broken.length > 0 || astray.length > 0) process.exitCode = 1;
  const lines = [
    `History: ${events} events of ${subjects} subjects, ${broken.length} broken chains, ${astray.length} not where their last event left them`,
  ];
  return [...lines, ...broken.map((s) => `broken: ${s}`), ...astray.map((s) => `astray: ${s}`)].join('\n');
});
