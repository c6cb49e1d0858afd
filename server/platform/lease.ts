import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { now } from './clock.ts';
import { isDuplicate } from './database.ts';

/** What keeps others out of something until it is given back or runs out. */
interface Lease {
  _id: string;
  holder: string;
  until: Date;
}
/** All leases, by their names. */
export const leases = () => mongoose.connection.collection<Lease>('leases');
/** Lets others have a lease; one that somebody else has taken meanwhile stays theirs. */
export const giveBack = (name: string, holder: string): Promise<unknown> => leases().deleteOne({ _id: name, holder });

/**
 * Runs `work` if no other process holds the lease of that name, and says whether it ran. A holder that died keeps others out
 * for `lastsMs` at the most.
 */
export async function withLease(name: string, lastsMs: number, work: () => Promise<void>): Promise<boolean> {
  const holder = randomUUID();
  const at = now();
  try {
    await leases().updateOne(
      { _id: name, until: { $lte: at } },
      { $set: { holder, until: new Date(at.getTime() + lastsMs) } },
      { upsert: true },
    );
  } catch (cause) {
    if (isDuplicate(cause)) return false;
    throw cause;
  }
  try {
    await work();
  } finally {
    await giveBack(name, holder);
  }
  return true;
}
