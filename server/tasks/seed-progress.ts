import type { WriteStream } from 'node:tty';
import type { Progress } from '#server/seeds/bulk/city-maker.ts';

const number = new Intl.NumberFormat('en');
/** How often a line is written where nobody watches, in seconds. */
const SELDOM_S = 10;

/** Words for how far the making of a city has come: stage, rate, and how long the rest will take. */
export function progressWords({ stage, done, of, events }: Progress, seconds: number): string {
  if (stage === 'planning') return `Seed: planning ${number.format(of)} cases`;
  if (stage === 'indexing') return `Seed: indexes of ${done} of ${of} collections built`;
  if (done === 0) return `Seed: writing ${number.format(of)} cases`;
  const rate = done / Math.max(seconds, 0.001);
  const left = Math.ceil((of - done) / Math.max(rate, 0.001));
  const share = Math.floor((100 * done) / of);
  return `Seed: ${number.format(done)} of ${number.format(of)} cases (${share} %), ${number.format(events)} events, ${number.format(Math.round(rate))} cases/s, ${left} s left`;
}
/** The same when all is done. */
export const tallyWords = ({ cases, events }: { cases: number; events: number }, seconds: number): string =>
  `Seed: ${number.format(cases)} cases with ${number.format(events)} events in ${seconds.toFixed(1)} s (${number.format(Math.round(cases / Math.max(seconds, 0.001)))} cases/s)`;

/** Shows progress at a terminal as one line that changes, elsewhere as a line for each stage and every ten seconds. */
export function showProgress(
  out: Pick<WriteStream, 'write' | 'isTTY'>,
  clock: () => number,
): (progress: Progress) => void {
  let stage = '';
  let [writingSince, shownAt] = [0, Number.NEGATIVE_INFINITY];
  return (progress) => {
    const at = clock();
    const isNewStage = progress.stage !== stage;
    if (isNewStage && progress.stage === 'writing') writingSince = at;
    const isDone = progress.done === progress.of;
    const isDue = isNewStage || isDone || at - shownAt >= (out.isTTY ? 0.2 : SELDOM_S);
    if (!isDue) return;
    stage = progress.stage;
    shownAt = at;
    const words = progressWords(progress, at - writingSince);
    out.write(out.isTTY ? `\r\u001b[2K${words}${stage === 'indexing' && isDone ? '\n' : ''}` : `${words}\n`);
  };
}
