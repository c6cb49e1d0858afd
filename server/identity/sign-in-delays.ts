import { now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { Problem } from '#server/platform/problem.ts';
import { lookupHash, lookupHashes } from '#server/platform/secrets.ts';
import { type SignInDelay, SignInDelayModel } from './sign-in-delay.model.ts';

/** Who tries: the login as it was typed, whether there is one or not, and the address that it comes from. */
export interface SignInTry {
  login: string;
  address: string;
}
const FORGET_MS = 3_600_000;
const KNOWN_MS = 30 * 86_400_000;
/** Of a row that has nobody wait. */
const NO_WAIT = new Date(0);
/**
 * After so many failures each further one doubles the wait, from a second to the most. By login alone the most is a minute, so
 * that nobody can shut another person out; and whoever signed in from this address before waits for neither the login's nor
 * the address's other failures.
 */
interface Counted {
  free: number;
  mostMs: number;
  of: (tried: SignInTry) => string;
}
const COUNTED: Readonly<Record<'pair' | 'login' | 'address', Counted>> = {
  pair: { free: 3, mostMs: 300_000, of: ({ login, address }: SignInTry) => `sign-in pair ${login} ${address}` },
  login: { free: 10, mostMs: 60_000, of: ({ login }: SignInTry) => `sign-in login ${login}` },
  address: { free: 20, mostMs: 300_000, of: ({ address }: SignInTry) => `sign-in address ${address}` },
};
const knownAs = ({ login, address }: SignInTry): string => `sign-in known ${login} ${address}`;

/** Refuses a try that comes too early; says nothing of whether the login exists. */
function refuseUntil(until: Date, at: Date): never {
  const retryAfterS = Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 1_000));
  throw new Problem('sign-in.wait', { retryAfterS, retryAt: until.toISOString() });
}

/** Counts a try as failed before it is judged, so that many at once gain nothing; 429 where it comes too early, and then it does not count. */
async function count({ free, mostMs, of }: Counted, tried: SignInTry, at: Date): Promise<void> {
  const _id = lookupHash(of(tried));
  const isKept = { $gt: [{ $ifNull: ['$expiresAt', NO_WAIT] }, at] };
  const waitMs = { $min: [mostMs, { $multiply: [1_000, { $pow: [2, { $subtract: ['$failures', free + 1] }] }] }] };
  try {
    await SignInDelayModel.collection.updateOne(
      { _id: _id as never, until: { $lte: at } },
      [
        {
          $set: {
            failures: { $add: [{ $cond: [isKept, '$failures', 0] }, 1] },
            expiresAt: new Date(at.getTime() + FORGET_MS),
          },
        },
        { $set: { until: { $cond: [{ $gt: ['$failures', free] }, { $add: [at, waitMs] }, NO_WAIT] } } },
      ],
      { upsert: true },
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // The row is there and says to wait, or was just made by another try, which this one then waits for.
    const row = await SignInDelayModel.findById(_id).lean<SignInDelay>();
    if (row && row.until <= at) return count({ free, mostMs, of }, tried, at);
    refuseUntil(row?.until ?? at, at);
  }
}

/** Which counters a try is held to: from an address where this person signed in of late, only those of their own. */
async function countersFor(tried: SignInTry, at: Date): Promise<readonly Counted[]> {
  const known = await SignInDelayModel.exists({ _id: { $in: lookupHashes(knownAs(tried)) }, expiresAt: { $gt: at } });
  return known ? [COUNTED.pair] : [COUNTED.pair, COUNTED.login, COUNTED.address];
}

/** A try that was let through, and counts as failed until it is told how it went. */
export interface CountedTry {
  /** All was right: the person's own failures are forgotten, and this address is known as theirs for a month. */
  succeeded(): Promise<void>;
  /** What was said so far is right, and more is asked for: it was no failure. */
  goesOn(): Promise<void>;
}
/** Lets a try at signing in through, or throws 429 `sign-in.wait` with the time from which another is taken. */
export async function beginTry(tried: SignInTry): Promise<CountedTry> {
  const at = now();
  const counters = await countersFor(tried, at);
  const ids = counters.map(({ of }) => lookupHash(of(tried)));
  const [waits] = await SignInDelayModel.find({ _id: { $in: ids }, until: { $gt: at } })
    .sort({ until: -1 })
    .limit(1)
    .lean<SignInDelay[]>();
  if (waits) refuseUntil(waits.until, at);
  for (const counter of counters) await count(counter, tried, at);

  const giveBack = async (): Promise<void> => {
    await SignInDelayModel.updateMany(
      { _id: { $in: ids }, failures: { $gt: 0 } },
      { $inc: { failures: -1 }, $set: { until: NO_WAIT } },
    );
  };
  return {
    goesOn: giveBack,
    async succeeded() {
      await giveBack();
      await SignInDelayModel.deleteOne({ _id: lookupHash(COUNTED.pair.of(tried)) });
      const expiresAt = new Date(at.getTime() + KNOWN_MS);
      await SignInDelayModel.updateOne(
        { _id: lookupHash(knownAs(tried)) },
        { $set: { failures: 0, until: NO_WAIT, expiresAt } },
        { upsert: true },
      );
    },
  };
}
