import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDuplicate } from '#server/platform/database.ts';
import { idempotencyRow, keepIdempotency, madeBefore } from '#server/platform/idempotency.ts';
import { transaction } from '#server/platform/transaction.ts';

/** One press of a button: what it does, the random key that its form was drawn with, and all that the form says. */
export interface Press {
  deed: string;
  key: string;
  said: unknown;
}
/** So often, and after so many milliseconds each time, a second press looks whether the first has done it. */
const [LOOKS, EVERY_MS] = [5, 200];

/** A key for a form that is drawn now. */
export const newFormKey = (): string => randomBytes(16).toString('base64url');
/** The key that a form brought along; another one where it brought none that we could have drawn. */
export const formKeyIn = (typed: string): string => (/^[\w-]{22}$/.test(typed) ? typed : newFormKey());
/** By what the same press is known again: a form that was changed before it was sent once more is another press. */
export const pressId = ({ key, said }: Press): string =>
  `${key} ${createHash('sha256').update(JSON.stringify(said)).digest('base64url')}`;
const rowOf = (press: Press, madeId: string) => idempotencyRow(press.deed, pressId(press), press.said, madeId);

/** Notes what a press has made, for whoever pressed twice; the first note stays. */
export async function notePress(press: Press, madeId: string): Promise<void> {
  try {
    await transaction(({ session }) => keepIdempotency([rowOf(press, madeId)], session));
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause;
  }
}
/**
 * Whether what a press was refused for has been done by the one before it. A browser shows the answer of the last press alone, and
 * the first may still be at work: it is given a moment.
 */
export async function untilDone<Found>(look: () => Promise<Found | null | false>): Promise<Found | null> {
  for (let n = 0; n < LOOKS; n += 1) {
    if (n > 0) await sleep(EVERY_MS);
    const found = await look();
    if (found) return found;
  }
  return null;
}
/** What the first of two presses made, where this is the second; null where there was none. */
export const madeByFirst = (presses: readonly Press[]): Promise<string | null> =>
  untilDone(async () => {
    const made = await Promise.all(presses.map((press) => madeBefore(rowOf(press, ''))));
    return made.find((id) => id !== null) ?? null;
  });
