import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { KeptFresh } from '#server/platform/columns/kept-fresh.ts';
import { log } from '#server/platform/log.ts';
import { type Answers, askedBy, type FirstAnswers, type Questions } from './case-finder.ts';
import type { Asked, FromIndex, ToIndex } from './case-index.messages.ts';
import { askFirst } from './first-answers.ts';

/** How long a thread that ended rests before another begins, in milliseconds. */
const REST_MS = 1_000;
type Answer = FromIndex['answer'];
/** The other end of the thread: what it is told, and what it answers. */
export type CaseIndexThread = Pick<KeptFresh, 'touch' | 'reload' | 'close'> & FirstAnswers;

/**
 * Keeps the case index in a thread of its own, so that reading a million cases and walking their columns hold up nobody whom
 * this process serves. A thread that ends is begun anew; MongoDB answers meanwhile.
 */
export function keepCaseIndexThread(begin: () => Worker): CaseIndexThread {
  const closing = new AbortController();
  let thread: Worker | null = null;
  let isWanted = false;
  let asked = 0;
  const waiting = new Map<number, (answer: Answer) => void>();

  const tell = (said: ToIndex): void => thread?.postMessage(said);
  const letGo = (): void => {
    for (const done of waiting.values()) done(null);
    waiting.clear();
  };
  function open(): void {
    thread = begin();
    thread.on('message', ({ n, answer }: FromIndex) => {
      waiting.get(n)?.(answer);
      waiting.delete(n);
    });
    thread.on('error', (err) => log().error({ err }, 'the thread of the case index fell'));
    thread.on('exit', () => {
      thread = null;
      letGo();
      void again();
    });
    if (isWanted) tell({ do: 'reload' });
  }
  async function again(): Promise<void> {
    await sleep(REST_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    if (!closing.signal.aborted) open();
  }
  const answers = askedBy(<Name extends keyof Questions>(name: Name, question: Questions[Name]) => {
    if (!thread) return Promise.resolve(null);
    asked += 1;
    const said: Asked<Name> = { do: 'answer', n: asked, name, question };
    return new Promise<Answers[Name] | null>((done) => {
      waiting.set(said.n, done as (answer: Answer) => void); // what comes under its number answers it
      tell(said as ToIndex);
    });
  });
  const leave = askFirst(answers);
  open();
  return {
    ...answers,
    touch: (ids) => tell({ do: 'touch', ids }),
    reload() {
      isWanted = true;
      tell({ do: 'reload' });
    },
    async close() {
      closing.abort();
      leave();
      letGo();
      await thread?.terminate();
    },
  };
}
