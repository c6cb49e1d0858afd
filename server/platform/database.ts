import mongoose, { type mongo } from 'mongoose';
import { Problem } from './problem.ts';

mongoose.set('strictQuery', 'throw');
mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);

/** Connects this process to MongoDB. A server that is away is noticed within 3 s, so that people are told, not kept waiting. */
export async function connectDatabase(uri: string): Promise<void> {
  await mongoose.connect(uri, { serverSelectionTimeoutMS: 3_000, bufferCommands: false, maxPoolSize: 50 });
}
/** The driver's own handle, for what models do not offer: change streams, indexes, raw batches. */
export function database(): mongo.Db {
  const { db } = mongoose.connection;
  if (!db) throw new Error('the database was used before it was connected');
  return db;
}
/** Lets go of MongoDB. */
export const disconnectDatabase = (): Promise<void> => mongoose.disconnect();

/** True for what drivers throw while the database cannot be reached or has no primary. */
export const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (/^Mongo(ServerSelection|Network|NetworkTimeout|NotConnected|PoolClear|PoolCleared|Topology\w*|WaitQueueTimeout)/.test(
    error.name,
  ) ||
    error.name === 'MongooseServerSelectionError' ||
    (error.name === 'MongooseError' && /before initial connection|buffer/i.test(error.message)));

/** What to tell the caller of an error: itself where it is a refusal, 503 where the database is away, else null (a bug). */
export const asProblem = (error: unknown): Problem | null =>
  error instanceof Problem ? error : isAway(error) ? new Problem('store.unavailable', { retryAfterS: 5 }) : null;

/** Asks MongoDB whether it can write, for the health page. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    const { db } = mongoose.connection;
    const hello = await db?.command({ hello: 1 }, { timeoutMS: 2_000 });
    return hello?.isWritablePrimary === true;
  } catch {
    return false;
  }
}
/** True for a write that a unique index refused. */
export const isDuplicate = (error: unknown): boolean => (error as { code?: number }).code === 11_000;
