import { withLease } from '#server/platform/lease.ts';
import { log } from '#server/platform/log.ts';

/** Work that is done again and again, by one process at a time. */
export interface Rounds {
  /** Of the lease; also in the log. */
  name: string;
  everyMs: number;
  /** One that died keeps others out for this long at the most. */
  lastsMs: number;
  /** Says what it did where that is worth a line in the log. */
  work(): Promise<Readonly<Record<string, number>> | null>;
}
/** Does the work now and at every interval; what fails in one round is done in the next. */
export function startRounds({ name, everyMs, lastsMs, work }: Rounds): { close(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const round = (): void => {
    running = withLease(name, lastsMs, async () => {
      const done = await work();
      if (done) log().info(done, name);
    }).catch((error: unknown) => log().warn({ err: error }, `${name}: this round failed`));
  };
  round();
  const timer = setInterval(round, everyMs);
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
