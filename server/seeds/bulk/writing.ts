import { database } from '#server/platform/database.ts';
import { crockford, freshBytes } from '#server/platform/secrets.ts';
import type { Participant } from '#server/register/index.ts';
import type { CaseRows } from './case-rows.ts';
import { chronicleOf } from './chronicle.ts';
import { type Plan, plannedAt } from './plan.ts';
import type { World } from './world.ts';

/** The collections that seeding fills. */
export const FILLED = [
  ...['cases', 'people', 'stated_benefits', 'case_participants', 'answers', 'feedback', 'events', 'deliveries'],
] as const;

interface Inserted {
  writeErrors?: { index: number; code: number; keyPattern?: object; errmsg: string }[];
}
/** Inserts rows as they are, by one command that nobody waits for on disk; answers what was refused. */
async function insert(collection: string, rows: readonly object[]): Promise<NonNullable<Inserted['writeErrors']>> {
  if (rows.length === 0) return [];
  const command = { insert: collection, documents: rows, ordered: false, writeConcern: { w: 1 } };
  const { writeErrors = [] } = (await database().command(command)) as Inserted;
  return writeErrors;
}
async function insertAll(collection: string, rows: readonly object[]): Promise<void> {
  const [refused] = await insert(collection, rows);
  if (refused) throw new Error(`${collection}: ${refused.errmsg}`);
}
/**
 * Short links are drawn by chance, so that among a million a few clash with others: those are drawn anew, also in the messages
 * that carried them.
 */
async function insertParticipants(
  parts: readonly Participant[],
  deliveries: readonly CaseRows['deliveries'][number][],
): Promise<void> {
  let left = parts;
  while (left.length > 0) {
    const refused = await insert('case_participants', left);
    const fault = refused.find(({ keyPattern }) => !keyPattern || !('link' in keyPattern));
    if (fault) throw new Error(`case_participants: ${fault.errmsg}`);
    left = refused.flatMap(({ index }) => left[index] ?? []);
    for (const part of left) {
      part.link = crockford(freshBytes(7), 7);
      for (const { recipient, values } of deliveries)
        if (recipient.id === String(part.personId)) values.link = part.link;
    }
  }
}

async function write(made: readonly CaseRows[]): Promise<void> {
  const all = <Row>(rowsOf: (rows: CaseRows) => Row[]): Row[] => made.flatMap(rowsOf);
  const deliveries = all((rows) => rows.deliveries);
  const participants = insertParticipants(
    all((rows) => rows.participants),
    deliveries,
  );
  await Promise.all([
    insertAll(
      'cases',
      made.map((rows) => rows.appeal),
    ),
    insertAll(
      'people',
      all((rows) => rows.people),
    ),
    insertAll(
      'stated_benefits',
      all((rows) => rows.benefits),
    ),
    participants.then(() => insertAll('deliveries', deliveries)),
    insertAll(
      'answers',
      all((rows) => rows.answers),
    ),
    insertAll(
      'feedback',
      all((rows) => rows.feedback),
    ),
    insertAll(
      'events',
      all((rows) => rows.events),
    ),
  ]);
}

/** Cases whose rows are made before the first are written: few enough to be gone before the collector moves them about. */
const BATCH = 250;
/**
 * Makes the cases of a plan and writes all their rows; answers how many events there were. While MongoDB writes some, the next
 * are made.
 */
export async function writeCases(world: World, plan: Plan): Promise<number> {
  const count = plan.order.length;
  let events = 0;
  let writing: Promise<void> = Promise.resolve();
  for (let from = 0; from < count; from += BATCH) {
    const made: CaseRows[] = [];
    for (let rank = from; rank < Math.min(from + BATCH, count); rank += 1) {
      const { index, numbers } = plannedAt(plan, rank);
      const rows = chronicleOf(world, index, numbers);
      events += rows.events.length;
      made.push(rows);
    }
    await writing;
    writing = write(made);
    writing.catch(() => undefined); // it is awaited, and fails, one turn later
  }
  await writing;
  return events;
}
