import { Problem } from '#server/platform/problem.ts';

/** So many pictures are decoded at once in a process: each may take 200 MB while it is. */
const AT_ONCE = 2;
/** So many more may wait for their turn; with a second or two each, nobody waits longer than a page may take. */
const MOST_WAITING = 20;
const WAIT_S = 10;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs `work` when its turn comes, in the order of asking; 429 `too-many-requests` where too many wait already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else if (waiting.length < MOST_WAITING) await new Promise<void>((come) => waiting.push(come));
  else throw new Problem('too-many-requests', { retryAfterS: WAIT_S });
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next)
      next(); // the place goes from hand to hand, so that nobody slips in between
    else running -= 1;
  }
}
