import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { groupCommit } from '#server/platform/group-commit.ts';
import { OtherClock } from './other-clock.ts';
import { Turns } from './turns.ts';

/** Keeps all workers of a deployment together within one rate. */
export interface Pace {
  /**
   * Resolves a moment before one's turn, in time to make ready; what it answers with is called when ready, and resolves when it is
   * one's turn. Who is ready first has the first turn. Both throw at once where Redis is away.
   */
  turn(): Promise<() => Promise<void>>;
}

/** The rate, and who hears how long each made ready for its turn, in milliseconds. */
export interface PaceSettings {
  perSecond: number;
  prepared?: (ms: number) => void;
}

/** Of the rate so much is used: what leaves takes a while until it is at the provider, longer at one time than at another. */
const SHARE = 0.962;
/** So long before a turn there is time to make ready: whoever dies then leaves few behind of whom nobody knows. */
const READY_MS = 130;
/** Turns that are so near each other (ms) are made ready together: what they read and write then goes together, too. */
const TOGETHER_MS = 80;
/** Turns are this far apart (µs); a key that nobody has asked for in a while says nothing any more. */
const TAKE = `
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  local first = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
  redis.call('SET', KEYS[1], string.format('%.0f', first + ARGV[1] * ARGV[2]), 'PX', 60000)
  return { string.format('%.0f', now), string.format('%.0f', first) }
`;

async function sleepUntil(at: number): Promise<void> {
  const wait = at - performance.now();
  if (wait >= 1) await sleep(wait);
}

/**
 * A bucket that gives out turns evenly, at most so many a second over all who name the same key. It lies in Redis, whose clock is
 * everybody's; a wiped one begins anew. Those who ask while a question is on its way ask together with the next.
 */
export function paceIn(redis: Redis, key: string, { perSecond, prepared }: PaceSettings): Pace {
  const apartMs = 1_000 / (perSecond * SHARE);
  const clock = new OtherClock();
  const turnAt = groupCommit<null, number>(
    async (asked) => {
      const asking = performance.now();
      const said = await redis.eval(TAKE, 1, key, asked.length, Math.round(apartMs * 1_000));
      const [at, turn] = (said as [string, string]).map((us) => Number(us) / 1_000) as [number, number];
      const first = clock.here(turn, { theirs: at, asking });
      return asked.map((_, nth) => first + nth * apartMs);
    },
    { most: 1_000 },
  );
  const turns = new Turns();
  const ask = async (): Promise<number> => turns.give(await turnAt(null));
  async function take(): Promise<void> {
    for (;;) {
      const at = turns.take() ?? (await ask().then(() => turns.take()));
      if (at === undefined) continue; // somebody else was quicker
      await sleepUntil(at);
      while (turns.isInTime(at)) {
        const wait = turns.leave();
        if (wait === 0) return;
        await sleep(wait);
      }
    }
  }
  return {
    async turn() {
      const at = await ask();
      await sleepUntil(Math.floor((at - READY_MS) / TOGETHER_MS) * TOGETHER_MS);
      const began = performance.now();
      return () => {
        prepared?.(performance.now() - began);
        return take();
      };
    },
  };
}
