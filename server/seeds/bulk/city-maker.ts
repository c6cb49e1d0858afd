import { availableParallelism } from 'node:os';
import { database } from '#server/platform/database.ts';
import { reserveNumbers } from '#server/register/case-codes.ts';
import { keepSampleScan } from '../sample-scan.ts';
import { restoreIndexes, setIndexesAside } from './indexes.ts';
import { keepOfficials } from './officials.ts';
import { type Plan, planOf, sliceOf } from './plan.ts';
import { withRoom } from './room.ts';
import { departmentIds, type Wanted, worldOf } from './world.ts';
import { type Writer, writerBeside, writerHere } from './writers.ts';
import { FILLED } from './writing.ts';

/** What making a city tells of itself. */
export interface Progress {
  stage: 'planning' | 'writing' | 'indexing';
  done: number;
  of: number;
  events: number;
}
/** What was made. */
export interface Tally {
  cases: number;
  events: number;
}
/** How a city is made. */
export interface Making extends Wanted {
  appeals: number;
  /** How many processes beside this one write; none where this one does. */
  processes?: number;
  onProgress?: (progress: Progress) => void;
}

/** Cases that a writer is given at once. */
const CHUNK = 1_000;
/** Below so many cases starting other processes takes longer than it saves. */
const SMALL = 20_000;
/** How many processes write a city of that size. */
const processesFor = (appeals: number): number => (appeals < SMALL ? 0 : Math.max(2, availableParallelism()));
/** The counter that tells how many cases were made before, so that a city can grow. */
const MADE = 'seeded-cases';

/** Whether anybody has appealed here yet. */
export const hasCases = async (): Promise<boolean> => (await database().collection('cases').findOne({})) !== null;

/** Lets the writers take chunk by chunk until the plan is done. */
async function fill(plan: Plan, writers: readonly Writer[], onWritten: (tally: Tally) => void): Promise<void> {
  const count = plan.order.length;
  let [next, cases, events] = [0, 0, 0];
  const work = async (writer: Writer): Promise<void> => {
    while (next < count) {
      const slice = sliceOf(plan, next, next + CHUNK);
      next += CHUNK;
      const written = await writer.write(slice);
      events += written;
      cases += slice.order.length;
      onWritten({ cases, events });
    }
  };
  onWritten({ cases, events });
  await Promise.all(writers.map(work));
}

/**
 * Makes a believable city: the same for the same seed, last day, catalogue and gazetteer; a smaller one is the beginning of a
 * larger. Nothing is locked: nobody should file meanwhile. Large ones are written by several processes into collections
 * without indexes, which are built after, also where it fails.
 */
export async function makeCity({
  appeals,
  processes = processesFor(appeals),
  onProgress = () => undefined,
  ...wanted
}: Making): Promise<Tally> {
  const world = await worldOf(wanted);
  await keepOfficials(departmentIds());
  await keepSampleScan();
  onProgress({ stage: 'planning', done: 0, of: appeals, events: 0 });
  const writers: Writer[] =
    processes === 0 ? [writerHere(world)] : Array.from({ length: processes }, () => writerBeside(wanted));
  let made: Tally = { cases: 0, events: 0 };
  const tell = (tally: Tally): void => {
    made = tally;
    onProgress({ stage: 'writing', done: tally.cases, of: appeals, events: tally.events });
  };
  const make = async (): Promise<void> => {
    try {
      const first = (await reserveNumbers(MADE, appeals)) - 1;
      const plan = await planOf(world, first, appeals);
      if (processes > 0) await setIndexesAside(FILLED);
      await fill(plan, writers, tell);
    } finally {
      await Promise.all(writers.map((writer) => writer.close()));
      await restoreIndexes((done, of) => onProgress({ stage: 'indexing', done, of, events: made.events }));
    }
  };
  await (processes > 0 ? withRoom(make) : make());
  return made;
}
