import type { IncomingMessage, ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Problem } from '#server/platform/problem.ts';
import { type LoadClass, worthOf } from './load-classes.ts';
import { BEAT_MS, LoadGuard, type LoadSettings } from './load-guard.ts';
import { showCounts, showFigures } from './metrics.ts';

/** How finely the loop's lateness is looked at, in milliseconds. */
const RESOLUTION_MS = 10;
const NANOSECONDS = 1_000_000;

/** Watches the event loop of this process for a guard; the returned function stops it. */
export function watchLoop(guard: LoadGuard): () => void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  const timer = setInterval(() => {
    const { count, mean } = delays;
    delays.reset();
    guard.beat(count > 0 ? Math.max(0, mean / NANOSECONDS - RESOLUTION_MS) : 0);
  }, BEAT_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    delays.disable();
  };
}
/** The guard of a web process as its settings have it. */
export const guardBy = (said: {
  SHED_DELAY_MS: number;
  SHED_DEAR: number;
  SHED_PLAIN: number;
  SHED_VITAL: number;
}): LoadGuard => new LoadGuard(settingsIn(said));
const settingsIn = ({
  SHED_DELAY_MS,
  SHED_DEAR,
  SHED_PLAIN,
  SHED_VITAL,
}: Parameters<typeof guardBy>[0]): LoadSettings => ({
  delayMs: SHED_DELAY_MS,
  most: { dear: SHED_DEAR, plain: SHED_PLAIN, vital: SHED_VITAL },
});
/** Shows in the figures what a guard refused, what it has room for and what is under way; once. */
export function showLoad(guard: LoadGuard): void {
  showCounts(
    'vidhuk_shed_total',
    'Requests refused early because the process has its hands full, by class',
    'class',
    () => guard.figures().shed,
  );
  const samples = (of: Readonly<Record<LoadClass, number>>) =>
    Object.entries(of).map(([name, value]) => ({ labels: { class: name }, value }));
  showFigures(
    {
      vidhuk_load_room: { help: 'How many requests of a class may be under way at once now', labels: ['class'] },
      vidhuk_load_under_way: { help: 'Requests under way, by class', labels: ['class'] },
    },
    async () => ({
      vidhuk_load_room: samples(guard.figures().room),
      vidhuk_load_under_way: samples(guard.figures().underWay),
    }),
  );
}

const waits = new WeakMap<IncomingMessage, number>();
/** After how many seconds a request may come again that was let in only to say so; null for one that is to be answered. */
export const waitBeyondLoad = (req: IncomingMessage): number | null => waits.get(req) ?? null;
/** Throws 503 `overloaded` for a request that was let in only to say so: its page shows again what was typed. */
export function refuseBeyondLoad(req: IncomingMessage): void {
  const retryAfterS = waitBeyondLoad(req);
  if (retryAfterS !== null) throw new Problem('overloaded', { retryAfterS });
}

/** Calls back once, when an answer begins or its connection is gone: a slow reader of a long file holds no place. */
function onAnswer(res: ServerResponse, begun: () => void): void {
  let isOver = false;
  const once = (): void => {
    if (!isOver) begun();
    isOver = true;
  };
  const writeHead = res.writeHead;
  res.writeHead = ((...said: Parameters<typeof writeHead>) => {
    once();
    return writeHead.apply(res, said);
  }) as typeof writeHead;
  res.once('close', once);
}
/** Lets a request in, or answers the refusal that it is told: 503 `overloaded`. */
export function admitted(guard: LoadGuard, req: IncomingMessage, res: ServerResponse): Problem | null {
  const { of, saysItself } = worthOf(req);
  if (of === null) return null;
  const retryAfterS = guard.enter(of);
  if (retryAfterS > 0) {
    if (!saysItself || !guard.enterBeyond(of)) return new Problem('overloaded', { retryAfterS });
    waits.set(req, retryAfterS);
    onAnswer(res, () => guard.leaveBeyond(of));
  } else onAnswer(res, () => guard.leave(of));
  return null;
}
