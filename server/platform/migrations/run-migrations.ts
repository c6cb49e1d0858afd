import { setTimeout as pause } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import { now } from '../clock.ts';
import { database } from '../database.ts';
import { withLease } from '../lease.ts';
import type { Migration } from './migration.ts';

interface Done {
  _id: string;
  at: Date;
}
const doneIn = async (db: mongo.Db): Promise<Set<string>> => {
  const rows = await db.collection<Done>('migrations').find().toArray();
  return new Set(rows.map(({ _id }) => _id));
};

/** The steps that this database has not had. */
export async function pendingMigrations(all: readonly Migration[]): Promise<string[]> {
  const done = await doneIn(database());
  return all.flatMap(({ id }) => (done.has(id) ? [] : [id]));
}

/** Runs what is pending, one process at a time; the others wait for it. Returns the ids of the steps that this one ran. */
export async function runMigrations(all: readonly Migration[]): Promise<string[]> {
  const db = database();
  const ran: string[] = [];
  const run = async (): Promise<void> => {
    const done = await doneIn(db);
    for (const { id, up } of all) {
      if (done.has(id)) continue;
      await up(db);
      await db.collection<Done>('migrations').insertOne({ _id: id, at: now() });
      ran.push(id);
    }
  };
  while (!(await withLease('migrations', 60_000, run))) await pause(500);
  return ran;
}
