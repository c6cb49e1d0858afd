import mongoose, { type ClientSession } from 'mongoose';
import { database } from './database.ts';

/** So many go in one command, which may be 16 MB long. */
const AT_ONCE = 200;

/**
 * Inserts rows in a transaction just as they are: nothing is cast, and nothing left out is filled in, so they come whole from
 * functions that name every field. The way for what many wait for: each row is turned into bytes once, where `insertMany` does so twice.
 * Throws the server's own error where an index refuses one, and the transaction is then lost.
 */
export async function insertRows(collection: string, rows: readonly object[], session: ClientSession): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const documents = rows.slice(from, from + AT_ONCE);
    const { writeErrors } = await database().command({ insert: collection, documents }, { session });
    if (writeErrors?.length > 0) throw new mongoose.mongo.MongoServerError(writeErrors[0]);
  }
}
