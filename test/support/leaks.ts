import { Redis } from 'ioredis';
import type { mongo } from 'mongoose';

/** Something that must not stand where it has no business, and how it is looked for. */
export interface Needle {
  /** For the report of a failing test. */
  what: string;
  pattern: RegExp;
}
/** What somebody may have put between the digits of a number: spaces of all kinds, dashes, brackets, a quoted space. */
const BETWEEN = String.raw`(?:[\s().\-\u00a0\u2010-\u2015]|%20|&nbsp;){0,3}`;
const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A Ukrainian number (E.164) in any form: with or without its country, in groups of any size. */
export const phoneNeedle = (e164: string): Needle => ({
  what: `the number ${e164}`,
  pattern: new RegExp([...e164.replace(/^\+380/, '')].join(BETWEEN)),
});
/** Words as they were written, however their spaces are. */
export const wordsNeedle = (words: string): Needle => ({
  what: `the words «${words}»`,
  pattern: new RegExp(words.trim().split(/\s+/).map(literal).join(String.raw`(?:\s|\\n|\\r|\+)+`), 'i'),
});
/** Six digits that stand for themselves, and are no part of an id or of another number. */
export const codeNeedle = (code: string): Needle => ({
  what: `the code ${code}`,
  pattern: new RegExp(`(?<![0-9a-f.])${code}(?![0-9a-f])`, 'i'),
});

/** The same words as they may have been written: percent-encoded, and with the bytes of their letters spelt out. */
function readings(hay: string): string[] {
  const bytes = hay.replace(/\\x([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const spelt = Buffer.from(bytes, 'latin1').toString('utf8');
  const unescaped = hay.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const decoded = hay.replace(/(?:%[0-9a-f]{2})+/gi, (coded) => {
    try {
      return decodeURIComponent(coded);
    } catch {
      return coded;
    }
  });
  return [...new Set([hay, spelt, unescaped, decoded])];
}
/** Which of these stand in there, in whatever way it was written. */
export function leaksIn(place: string, hay: string, needles: readonly Needle[]): string[] {
  const all = readings(hay);
  return needles.flatMap(({ what, pattern }) => (all.some((one) => pattern.test(one)) ? [`${place}: ${what}`] : []));
}

const READ: Readonly<Record<string, (redis: Redis, key: string) => Promise<unknown>>> = {
  string: (redis, key) => redis.get(key),
  hash: (redis, key) => redis.hgetall(key),
  list: (redis, key) => redis.lrange(key, 0, -1),
  set: (redis, key) => redis.smembers(key),
  zset: (redis, key) => redis.zrange(key, '0', '-1', 'WITHSCORES'),
  stream: (redis, key) => redis.xrange(key, '-', '+'),
};
/** Every key and value of a Redis, as text. */
export async function redisWhole(redis: Redis): Promise<string> {
  const lines: string[] = [];
  for (const key of await redis.keys('*')) {
    const kind = await redis.type(key);
    lines.push(`${key} ${JSON.stringify(await READ[kind]?.(redis, key))}`);
  }
  return lines.join('\n');
}
/** Listens to every command that reaches a Redis, with all that it carries: jobs are gone when they are done. */
export async function listenTo(url: string): Promise<{ heard(): string; close(): void }> {
  const redis = new Redis(url);
  const monitor = await redis.monitor();
  const lines: string[] = [];
  monitor.on('monitor', (_time: string, args: string[]) => void lines.push(args.join(' ')));
  return {
    heard: () => lines.join('\n'),
    close() {
      monitor.disconnect();
      redis.disconnect();
    },
  };
}
/** Every row of some collections as text, ids and bytes included. */
export async function rowsWhole(db: mongo.Db, names: readonly string[]): Promise<Map<string, string>> {
  const rows = names.map(async (name) => [name, JSON.stringify(await db.collection(name).find().toArray())] as const);
  return new Map(await Promise.all(rows));
}
