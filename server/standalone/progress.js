/** How often a long step says that it still goes on, in milliseconds. */
const TICK_MS = 5_000;
/** A step that ends sooner than this announces itself only by its end. */
const BRIEF_MS = 400;

/**
 * Says one line to the person at the terminal.
 * @param {string} line
 */
export const say = (line) => void process.stdout.write(`${line}\n`);
/**
 * Says what went wrong, on stderr.
 * @param {string} line
 */
export const complain = (line) => void process.stderr.write(`${line}\n`);

/**
 * Does one step of the work and shows that it goes on: its name, the seconds while it lasts, the seconds that it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(result: T) => boolean} [isDone] false for a result that is no success, though nothing was thrown
 * @returns {Promise<T>}
 */
export async function step(name, work, isDone = () => true) {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1_000);
  const first = setTimeout(() => say(`  … ${name}`), BRIEF_MS);
  const ticks = setInterval(() => say(`    ${seconds()} с`), TICK_MS);
  try {
    const result = await work();
    if (isDone(result)) say(`  ✓ ${name}${seconds() > 0 ? ` (${seconds()} с)` : ''}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(ticks);
  }
}
