import { nextPause, waited } from '../pauses.ts';
import { say } from '../progress.js';
import { Trouble } from '../trouble.js';
import { news } from '../words.js';
import { endProcess, isAlive } from './process-record.ts';
import { ensureServer, type ServerKind, type ServerPlace } from './server-process.ts';

/** A database server under watch. */
export interface KeptServer {
  port: number;
  /** Stops it for good: asks, and kills it past its grace or in a hurry. */
  stop(hurry: AbortSignal): Promise<void>;
}
/** How often a server is looked at; it may be adopted, so its end is not told by an event. */
const WATCH_MS = 1_000;
const GRACE_MS = 15_000;

/** Makes sure of a server and keeps it: one that ends by itself is started again on its data, with a growing pause. */
export async function keepServer(kind: ServerKind, place: ServerPlace): Promise<KeptServer> {
  let running = await ensureServer(kind, place);
  const stop = new AbortController();
  const again = { ...place, signal: stop.signal };

  async function watch(): Promise<void> {
    let [began, pauseMs] = [performance.now(), 0];
    while (await waited(WATCH_MS, stop.signal)) {
      if (isAlive(running.process)) continue;
      pauseMs = nextPause(pauseMs, performance.now() - began);
      say(news.restarts(kind.name, pauseMs / 1_000));
      if (!(await waited(pauseMs, stop.signal))) return;
      began = performance.now();
      try {
        running = await ensureServer(kind, again);
      } catch (error) {
        if (stop.signal.aborted) return;
        if (!(error instanceof Trouble)) throw error;
        say(`  ${error.message}`);
      }
    }
  }
  const watching = watch();
  return {
    port: running.port,
    async stop(hurry) {
      stop.abort();
      await watching;
      await endProcess(running.process, GRACE_MS, hurry);
    },
  };
}
