import type { mongo } from 'mongoose';

/** One step of the database's shape, run once and in order. It is frozen when it lands: it names collections, not models. */
export interface Migration {
  id: string;
  /** Expands first and contracts in a later step, so that the old code and the new run side by side. */
  up(db: mongo.Db): Promise<void>;
}
