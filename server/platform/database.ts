import mongoose, { type mongo } from 'mongoose';
import { Problem } from './problem.ts';

mongoose.set('strictQuery', 'throw');
mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);

/** Within this many milliseconds people are told that the database is away, not kept waiting. */
const PATIENCE_MS = 3_000;
/** How often each server is asked whether it lives. */
const HEARTBEAT_MS = 5_000;

/** Connects this process to MongoDB. A server that is gone is noticed within 3 s, one that hangs within 8 s. */
export async function connectDatabase(uri: string): Promise<void> {
  await mongoose.connect(uri, {
    serverSelectionTimeoutMS: PATIENCE_MS,
    connectTimeoutMS: PATIENCE_MS,
    heartbeatFrequencyMS: HEARTBEAT_MS,
    bufferCommands: false,
    maxPoolSize: 50,
  });
}
/** The driver's own handle, for what models do not offer: change streams, indexes, raw batches. */
export function database(): mongo.Db {
  const { db } = mongoose.connection;
  if (!db) throw new Error('the database was used before it was connected');
  return db;
}
/** Lets go of MongoDB. */
export const disconnectDatabase = (): Promise<void> => mongoose.disconnect();

/** The names of the driver's errors that say so. */
const AWAY =
  /^(Mongo(oseServerSelection|ServerSelection|ServerClosed|Network|NotConnected|OperationTimeout|Pool|StalePrimary|Topology|WaitQueue)|PoolCleared)/;
/** What a server that stops or hands its office on answers to whom it was about to serve (MongoDB's error codes). */
const LEAVING = new Set([91, 189, 10_107, 11_600, 11_602, 13_435, 13_436]);

/** True for what drivers throw while the database cannot be reached or has no primary; bulk writes wrap it up. */
export const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (AWAY.test(error.name) ||
    (error.name === 'MongooseError' && /before initial connection|buffer/i.test(error.message)) ||
    LEAVING.has(Number((error as { code?: unknown }).code)) ||
    isAway((error as { errorResponse?: unknown }).errorResponse));

/** What to tell the caller of an error: itself where it is a refusal, 503 where the database is away, else null (a bug). */
export const asProblem = (error: unknown): Problem | null =>
  error instanceof Problem ? error : isAway(error) ? new Problem('store.unavailable', { retryAfterS: 5 }) : null;

/** Asks MongoDB whether it can write, for the health page. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    const hello = await database().command({ hello: 1 });
    return hello.isWritablePrimary === true;
  } catch {
    return false;
  }
}
/** True for a write that a unique index refused. */
export const isDuplicate = (error: unknown): boolean => (error as { code?: number }).code === 11_000;
