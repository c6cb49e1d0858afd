import { setImmediate as immediate } from 'node:timers/promises';

/** How long one slice of a long work may hold up whoever else this process serves, in milliseconds. */
const SLICE_MS = 3;

/** Does a long work that yields after each short step, a few milliseconds at a time; between them everything else has its turn. */
export async function inSlices<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await immediate();
  }
}
/** So many rows make one short step. */
const STEP = 4_096;
/** Calls this for each row from `from` up to `to`, and yields now and then. */
export function* eachRow(from: number, to: number, visit: (row: number) => void): Generator<void, void> {
  for (let begin = from; begin < to; begin += STEP) {
    const end = Math.min(to, begin + STEP);
    for (let row = begin; row < end; row++) visit(row);
    yield;
  }
}
