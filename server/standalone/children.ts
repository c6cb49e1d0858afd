import { type ChildProcess, spawn } from 'node:child_process';
import type { ChildLog } from './child-log.ts';
import { endProcess, recordOf } from './databases/process-record.ts';
import { nextPause } from './pauses.ts';
import { say } from './progress.js';
import { Trouble } from './trouble.js';
import { news, troubles } from './words.js';

/**
 * A process that the launcher keeps alive. What it owes the launcher:
 * it sends `{ready: true}` over IPC when it can be used; on SIGTERM it finishes what it began and exits with 0;
 * when the channel is cut (`disconnect`: the launcher was killed) it does the same; it logs lines of JSON to stderr.
 */
export interface ChildPlan {
  name: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  log: ChildLog;
  /** How long it may take to stop, in milliseconds. */
  graceMs: number;
  /** False for a process that says nothing over IPC (a watcher, in development): it counts as ready at once. */
  saysReady: boolean;
}
/** A process under watch. */
export interface Child {
  /** Resolves when it is ready for the first time; rejects with Trouble where it ends before. */
  ready: Promise<void>;
  /** Asks it to stop and waits; past its grace, or in a hurry, it is killed. It is not started again. */
  stop(hurry: AbortSignal): Promise<void>;
}

/** What to tell of a process that ended before it was ready. */
export function failureOf({ name, log }: Pick<ChildPlan, 'name' | 'log'>): Trouble {
  const complaints = log.complaints();
  return new Trouble(
    complaints ? troubles.settings(complaints) : troubles.processFailed(name, log.lastWords(), log.file),
  );
}

/** Starts a process and keeps it: one that ends by itself after it was ready is started again, with a growing pause. */
export function keep(plan: ChildPlan): Child {
  let current: ChildProcess | null = null;
  let isStopping = false;
  let wasReady = false;
  let pauseMs = 0;
  let next: NodeJS.Timeout | undefined;

  const ready = new Promise<void>((resolve, reject) => {
    const start = () => {
      const began = performance.now();
      // A session of its own: Ctrl-C reaches the launcher alone, which stops the processes in their order.
      const child = spawn(process.execPath, [...plan.args], {
        env: plan.env,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      current = child;
      plan.log.follow(child.stdout);
      plan.log.follow(child.stderr);
      const onReady = () => {
        wasReady = true;
        resolve();
      };
      if (plan.saysReady) child.on('message', (said: { ready?: unknown }) => said.ready === true && onReady());
      else onReady();
      child.once('error', reject);
      child.once('close', () => {
        current = null;
        if (isStopping || !wasReady) return reject(failureOf(plan));
        pauseMs = nextPause(pauseMs, performance.now() - began);
        say(news.restarts(plan.name, pauseMs / 1_000));
        next = setTimeout(start, pauseMs);
      });
    };
    start();
  });
  ready.catch(() => undefined); // whoever waits for it hears of it; a stop in the meantime is no failure

  return {
    ready,
    async stop(hurry) {
      isStopping = true;
      clearTimeout(next);
      if (current?.pid) await endProcess(recordOf(current.pid), plan.graceMs, hurry);
    },
  };
}
