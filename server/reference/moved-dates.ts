import { createHash } from 'node:crypto';
import type { CalendarTurn } from '#server/deadlines/index.ts';
import { casesMovedBy, indexText } from '#server/register/index.ts';
import type { DatesMove, MovedDate } from '#shared/contract/reference.ts';

/** How many moved cases a preview names. */
const MOST_NAMED = 1_000;

/**
 * Which open cases' dates would move by a turn of the calendar: how many, the first thousand, and a digest that names all of it;
 * `change` is what is changed, which the digest names too. Null where the calendars do not differ.
 */
export async function movesOf(turn: CalendarTurn | null, change: unknown): Promise<DatesMove> {
  const digest = createHash('sha256').update(JSON.stringify(change));
  const items: MovedDate[] = [];
  let count = 0;
  if (turn)
    for await (const { _id, number, registrationIndex, before, after } of casesMovedBy(turn)) {
      count += 1;
      digest.update(JSON.stringify([number, before, after]));
      const index = indexText(registrationIndex);
      if (items.length < MOST_NAMED) items.push({ caseId: String(_id), number, index, before, after });
    }
  return { count, items, digest: digest.digest('hex') };
}
