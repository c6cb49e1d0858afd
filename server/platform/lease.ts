import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { now } from './clock.ts';
import { isDuplicate } from './database.ts';

interface Lease {
  _id: string;
  holder: string;
  until: Date;
}

/**
 * Runs `work` if no other process holds the lease of that name, and says whether it ran. A holder that died keeps others out
 * for `lastsMs` at the most.
 */
export async function withLease(name: string, lastsMs: number, work: () => Promise<void>): Promise<boolean> {
  const leases = mongoose.connection.collection<Lease>('leases');
  const holder = randomUUID();
  const at = now();
  try {
    await leases.updateOne(
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
    await leases.deleteOne({ _id: name, holder });
  }
  return true;
}
