import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Plan } from './plan.ts';
import { type Wanted, type World, worldOf } from './world.ts';
import { writeCases } from './writing.ts';

/** Whoever makes cases and writes them: this process, or others beside it. */
export interface Writer {
  /** Answers how many events were written with them. */
  write(plan: Plan): Promise<number>;
  close(): Promise<void>;
}
/** The argument by which a process of this program knows that it is a writer. */
const WRITER_FLAG = '--writer';

type Ask = { wanted: Wanted } | { plan: Plan };
type Answer = { events: number } | { failed: string };

/** A writer in this very process: for small cities. */
export const writerHere = (world: World): Writer => ({
  write: (plan) => writeCases(world, plan),
  close: async () => undefined,
});

/** Another process of the program that runs, which makes and writes what it is told; it has this one’s environment and no other. */
export function writerBeside(wanted: Wanted): Writer {
  const child: ChildProcess = fork(process.argv[1] ?? '', [WRITER_FLAG], {
    serialization: 'advanced',
    execArgv: [...process.execArgv, '--max-semi-space-size=32', '--single-threaded-gc'],
  });
  const ask = (message: Ask): Promise<number> =>
    new Promise((resolve, reject) => {
      const gone = () => reject(new Error('a writer has ended'));
      child.once('exit', gone);
      child.once('message', (answer: Answer) => {
        child.off('exit', gone);
        if ('failed' in answer) reject(new Error(answer.failed));
        else resolve(answer.events);
      });
      child.send(message, (error) => error && reject(error));
    });
  const ready = ask({ wanted });
  ready.catch(() => undefined);
  return {
    write: async (plan) => {
      await ready;
      return ask({ plan });
    },
    close: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** What such a process does until the one that started it lets go. */
export async function serveAsWriter(): Promise<void> {
  let world: World | null = null;
  const handle = async (message: Ask): Promise<number> => {
    if ('wanted' in message) world = await worldOf(message.wanted);
    else if (world) return writeCases(world, message.plan);
    return 0;
  };
  // Who started it may let go while an answer is being made: it is for nobody then, and no reason to fall.
  const tell = (answer: Answer) => process.send?.(answer, undefined, undefined, () => undefined);
  process.on('message', (message: Ask) => {
    handle(message).then(
      (events) => tell({ events }),
      (error: unknown) => tell({ failed: error instanceof Error ? error.message : String(error) }),
    );
  });
  await once(process, 'disconnect');
}
