import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Site } from '../city.ts';

/** What is asked of a server, and how. */
export interface Load {
  port: number;
  method: 'GET' | 'POST';
  /** Asked for in turn. */
  paths: readonly string[];
  headers: Readonly<Record<string, string>>;
  /** Sent with each; `#N#` in it, and in the headers, becomes a number that no other request of the run has. */
  body?: string;
  /** Sent in their turn in place of `body`, each once; the load ends with the last of them. */
  bodies?: readonly string[];
  /** Where those numbers begin. */
  first?: number;
  connections: number;
  forMs: number;
  /** Requests a second whether answered or not (open loop: what waits for a connection counts from the moment that it was due); as fast as answers come where it is left out. */
  perSecond?: number;
  /** Whether the `id` of each answer of 2xx is remembered. */
  keepIds?: boolean;
}
/** What came of it. */
export interface Run {
  /** From the first request to the last answer. */
  tookMs: number;
  /** Of each answer, in milliseconds. */
  times: number[];
  statuses: Record<string, number>;
  /** Of all bodies, as they travelled. */
  bytes: number;
  ids: string[];
  /** Connections that broke. */
  broken: number;
}
/** A process of its own that asks others for much, and tells what came of it. */
export interface Loader<Asked, Told = Run> {
  run(asked: Asked): Promise<Told>;
  close(): void;
}
/** Starts such a process; it runs one load after another. */
export async function startLoader<Asked, Told = Run>(
  module: 'http-load.ts' | 'insert-load.ts' | '../mixed/generator.ts',
): Promise<Loader<Asked, Told>> {
  const child = fork(new URL(module, import.meta.url), { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  await once(child, 'message');
  return {
    async run(asked) {
      const over = new AbortController();
      const { signal } = over;
      const ended = once(child, 'exit', { signal }).then(() => {
        throw new Error(`the load ${module} ended before its time`);
      });
      try {
        child.send(asked as object);
        const [answer] = await Promise.race([once(child, 'message', { signal }), ended]);
        return answer as Told;
      } finally {
        ended.catch(() => undefined);
        over.abort();
      }
    },
    close: () => void child.kill(),
  };
}
/** Milliseconds of the whole run for each answer, as ratios want it. */
export const msEach = ({ times, tookMs }: Run): number => tookMs / times.length;
/** Fails where an answer was of another status or a connection broke. */
export function mustBe(status: number, { statuses, broken }: Run): void {
  const said = Object.keys(statuses);
  if (broken > 0 || said.length !== 1 || said[0] !== String(status))
    throw new Error(`wanted ${status} alone, got ${JSON.stringify(statuses)} and ${broken} broken connections`);
}
/** The port of a site. */
export const portOf = ({ base }: Site): number => Number(new URL(base).port);
