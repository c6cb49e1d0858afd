import { createHash } from 'node:crypto';
import type { CalendarTurn, Terms } from '#server/deadlines/index.ts';
import { petitionTerms } from '#server/petitions/index.ts';
import { caseTerms } from '#server/register/index.ts';
import type { DatesMove, MovedDate } from '#shared/contract/reference.ts';

/** How many moved things a preview names. */
const MOST_NAMED = 1_000;
/** Whatever has terms that follow the calendar; petitions first, for they are few and must not be crowded out of a preview. */
const TERMS: readonly Terms[] = [petitionTerms, caseTerms];

async function* allMovedBy(turn: CalendarTurn): AsyncGenerator<MovedDate> {
  for (const terms of TERMS) yield* terms.movedBy(turn);
}
/**
 * Which due dates would move by a turn of the calendar: how many, the first thousand, and a digest that names all of it; `change`
 * is what is changed, which the digest names too. Null where the calendars do not differ.
 */
export async function movesOf(turn: CalendarTurn | null, change: unknown): Promise<DatesMove> {
  const digest = createHash('sha256').update(JSON.stringify(change));
  const items: MovedDate[] = [];
  let [count, petitions] = [0, 0];
  for await (const moved of turn ? allMovedBy(turn) : []) {
    const { kind, number, before, after } = moved;
    count += 1;
    if (kind === 'petition') petitions += 1;
    digest.update(JSON.stringify([kind, number, before, after]));
    if (items.length < MOST_NAMED) items.push(moved);
  }
  return { count, petitions, items, digest: digest.digest('hex') };
}
/** Moves all due dates by a turn of the calendar; a second time nothing moves. Says how many moved. */
export async function moveAll(actorId: string, turn: CalendarTurn): Promise<number> {
  let moved = 0;
  for (const terms of TERMS) moved += await terms.move(actorId, turn);
  return moved;
}
