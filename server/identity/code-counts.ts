import { isDuplicate } from '#server/platform/database.ts';
import { lookupHash } from '#server/platform/secrets.ts';
import { CODE_LIMITS, type CodeLimit, type CountedBy } from '#shared/domain/code-limits.ts';
import { CodeCountModel } from './code-count.model.ts';

let scale = 1;
/** Multiplies the limits on codes, set once by the composition of the web process; 1 until then. */
export const useCodeLimits = (by: number): void => {
  scale = by;
};

/** Takes one of the places that a stretch of time has; false where all are taken, also by those who ask at this moment. */
async function takePlace(_id: string, most: number, expiresAt: Date): Promise<boolean> {
  const take = (upsert: boolean) =>
    CodeCountModel.findOneAndUpdate(
      { _id, count: { $lt: most } },
      { $inc: { count: 1 }, $setOnInsert: { expiresAt } },
      { upsert, returnDocument: 'after' },
    ).lean();
  try {
    return (await take(true)) !== null;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await take(false)) !== null; // it is full, or was just made by another request
  }
}

/** What stands in the way of a code: by what it is counted, and the whole seconds until it is over. */
export interface SpentLimit {
  by: CountedBy;
  retryAfterS: number;
}
/**
 * Counts a code before it is sent, so that many at once gain nothing and a fault costs a place, not a text. Answers the first
 * limit that is spent, or null; it throws while MongoDB is away, and then no code is sent. `keys` says what it is counted
 * by; what has no key is not counted.
 */
export async function countCode(keys: Partial<Record<CountedBy, string>>, at: Date): Promise<SpentLimit | null> {
  for (const { by, most, lastsMs } of CODE_LIMITS as readonly CodeLimit[]) {
    const key = keys[by];
    if (key === undefined) continue;
    const startsMs = Math.floor(at.getTime() / lastsMs) * lastsMs;
    const endsAt = new Date(startsMs + lastsMs);
    const _id = lookupHash(`codes by ${by} ${lastsMs} ${startsMs} ${key}`);
    if (await takePlace(_id, most * scale, endsAt)) continue;
    return { by, retryAfterS: Math.max(1, Math.ceil((endsAt.getTime() - at.getTime()) / 1_000)) };
  }
  return null;
}

const asked: Record<string, number> = { sent: 0, contact: 0, network: 0, range: 0, city: 0 };
/** Notes what became of a request for a code: `sent`, or what it was counted by when a limit held it. */
export const noteCode = (outcome: 'sent' | 'contact' | CountedBy): void => {
  asked[outcome] = (asked[outcome] ?? 0) + 1;
};
/** How many codes were asked for in this process, by what became of them. */
export const codesAsked = (): Readonly<Record<string, number>> => asked;
