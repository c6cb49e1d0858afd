import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { groupCommit } from '#server/platform/group-commit.ts';

/** Keeps all workers of a deployment together within one rate. */
export interface Pace {
  /**
   * Resolves a moment before one's turn, in time to make ready; what it answers with resolves when it is one's turn. Who asked
   * first has the first turn. Both throw at once where Redis is away.
   */
  turn(): Promise<() => Promise<void>>;
}

/** The rate, and who hears how long each made ready for its turn, in milliseconds. */
export interface PaceSettings {
  perSecond: number;
  prepared?: (ms: number) => void;
}

/**
 * Of the rate so much is used, and so late a turn may be taken: together they keep what leaves in any one second within the
 * rate, though processes are never quite on time. Whoever is later than that asks for another turn.
 */
const [SHARE, LATE_MS] = [0.965, 15];
/** So long before a turn there is time to make ready: whoever dies then leaves few behind of whom nobody knows. */
const READY_MS = 60;
/** Turns that are so near each other (ms) are made ready together: what they read and write then goes together, too. */
const TOGETHER_MS = 40;
/** Turns are this far apart (µs); a key that nobody has asked for in a while says nothing any more. */
const TAKE = `
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  local first = math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0'))
  redis.call('SET', KEYS[1], string.format('%.0f', first + ARGV[1] * ARGV[2]), 'PX', 60000)
  return string.format('%.0f', first - now)
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
  const turnAt = groupCommit<null, number>(
    async (asked) => {
      const waitUs = await redis.eval(TAKE, 1, key, asked.length, Math.round(apartMs * 1_000));
      const first = performance.now() + Number(waitUs) / 1_000;
      return asked.map((_, nth) => first + nth * apartMs);
    },
    { most: 1_000 },
  );
  return {
    async turn() {
      let at = await turnAt(null);
      await sleepUntil(Math.floor((at - READY_MS) / TOGETHER_MS) * TOGETHER_MS);
      const began = performance.now();
      return async () => {
        prepared?.(performance.now() - began);
        await sleepUntil(at);
        while (performance.now() - at > LATE_MS) {
          at = await turnAt(null);
          await sleepUntil(at);
        }
      };
    },
  };
}
