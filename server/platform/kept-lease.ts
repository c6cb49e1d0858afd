import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDuplicate } from './database.ts';
import { giveBack, leases } from './lease.ts';
import { log } from './log.ts';

/** What only one process at a time does for as long as it lives. */
export interface Duty {
  /** Of the lease. */
  name: string;
  /** One that died keeps others out for this long at the most, in milliseconds. */
  lastsMs: number;
  /** Whether this process could do it now; one that could not lets others have it. */
  isFit(): boolean;
  /** Begins it. */
  begin(): { close(): Promise<void> };
}
const TRIES_PER_LEASE = 3;

/**
 * Takes or renews the lease of that name; says whether it is this holder's. The time is MongoDB's, so that the clocks of machines
 * may differ.
 */
async function take(name: string, holder: string, lastsMs: number): Promise<boolean> {
  const isOpen = { $or: [{ $eq: ['$holder', holder] }, { $lte: ['$until', '$$NOW'] }] }; // a lease that nobody had yet, too
  const ifOpen = (mine: unknown, theirs: string) => ({ $cond: [isOpen, mine, theirs] });
  try {
    const lease = await leases().findOneAndUpdate(
      { _id: name },
      [{ $set: { holder: ifOpen(holder, '$holder'), until: ifOpen({ $add: ['$$NOW', lastsMs] }, '$until') } }],
      { upsert: true, returnDocument: 'after' },
    );
    return lease?.holder === holder;
  } catch (cause) {
    if (isDuplicate(cause)) return false; // two made it at one moment
    throw cause;
  }
}

/**
 * Does a duty whenever this process holds its lease, which it keeps as long as it lives and is fit. Two may hold it for a moment:
 * where MongoDB is away nobody can tell, so the duty must be one that may be done twice.
 */
export function keepLease({ name, lastsMs, isFit, begin }: Duty): { close(): Promise<void> } {
  const holder = randomUUID();
  const closing = new AbortController();
  let duty: { close(): Promise<void> } | null = null;

  async function giveUp(): Promise<void> {
    if (!duty) return;
    await duty.close();
    duty = null;
    await giveBack(name, holder).catch(() => undefined); // it runs out by itself
  }
  async function look(): Promise<void> {
    if (isFit() && (await take(name, holder, lastsMs))) duty ??= begin();
    else await giveUp();
  }
  async function lookOnAndOn(): Promise<void> {
    while (!closing.signal.aborted) {
      await look().catch((cause: unknown) =>
        log().warn({ err: cause, lease: name }, 'a lease could not be looked after'),
      );
      await sleep(lastsMs / TRIES_PER_LEASE, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }
  const looking = lookOnAndOn();
  return {
    async close() {
      closing.abort();
      await looking;
      await giveUp();
    },
  };
}
