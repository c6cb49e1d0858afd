import { complain, say } from './progress.js';
import { findStarter, isEnded } from './starter.ts';
import { Trouble } from './trouble.js';
import { news, troubles } from './words.js';

/** Undoes something at the end; the signal means that it should hurry. */
export type Undo = (hurry: AbortSignal) => Promise<void> | void;
/** One run of a command, from its start to its stop. */
export interface Lifetime {
  /** Aborted when the person, the system or npm wants us to stop. */
  signal: AbortSignal;
  /** What is to be undone at the end, however it comes; the last first. */
  atEnd(undo: Undo): void;
}

/** npm passes Ctrl-C on although the terminal has sent it to us too: two so close together are one, in milliseconds. */
const SAME_PRESS_MS = 1_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Stops on the first signal, hurries on the next. Where npm started us and is gone, or a wrapper
 * that set npm apart was ended, nobody can stop us: that counts as a signal.
 * Answers how to heed them no more.
 */
function heedSignals(stop: AbortController, hurry: AbortController): () => void {
  let firstAt: number | null = null;
  const onSignal = () => {
    if (firstAt === null) {
      firstAt = performance.now();
      say(news.stopping);
      stop.abort();
    } else if (performance.now() - firstAt > SAME_PRESS_MS) hurry.abort();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  const parent = process.ppid;
  const starter = findStarter();
  const isOrphan = () =>
    process.env.npm_lifecycle_event !== undefined &&
    (process.ppid !== parent || (starter !== null && isEnded(starter)));
  const watch = setInterval(() => {
    if (firstAt === null && isOrphan()) onSignal();
  }, 1_000);
  return () => {
    clearInterval(watch);
    for (const name of SIGNALS) process.off(name, onSignal);
  };
}
/** A closed terminal must not keep us from stopping in good order. */
const outliveTerminal = (): void => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
};

/** An error as it is told: an expected one in its sentence, a bug with all that helps to find it. */
function tell(error: unknown): void {
  if (error instanceof Trouble) complain(error.message);
  else if ((error as NodeJS.ErrnoException).code === 'ENOSPC') complain(troubles.diskFull);
  else complain(String(error instanceof Error ? error.stack : error));
}

/** Runs the work of a command, undoes what is to be undone, and answers the exit code: 0 also where it was stopped. */
export async function live(work: (life: Lifetime) => Promise<number>): Promise<number> {
  const [stop, hurry] = [new AbortController(), new AbortController()];
  const undos: Undo[] = [];
  let code = 0;
  outliveTerminal();
  const unheed = heedSignals(stop, hurry);
  try {
    code = await work({ signal: stop.signal, atEnd: (undo) => void undos.unshift(undo) });
  } catch (error) {
    if (!stop.signal.aborted) {
      code = 1;
      tell(error);
    }
  }
  for (const undo of undos) {
    try {
      await undo(hurry.signal);
    } catch (error) {
      code = 1;
      tell(error);
    }
  }
  unheed();
  if (stop.signal.aborted) say(news.stopped);
  return code;
}
