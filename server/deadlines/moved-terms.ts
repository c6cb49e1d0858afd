import type { ClientSession } from 'mongoose';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import type { MovedDate } from '#shared/contract/reference.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { type Clock, governingClock, governingDate } from './clocks.ts';
import { type CalendarTurn, recountClocks } from './recounting.ts';

/** What of a document its terms are reckoned by. */
interface Termed {
  clocks: Clock[];
  /** The edition of the numbers of law by which they are reckoned. */
  settingsVersion: number;
}
/** How documents of one kind that have terms are found, named and written. */
interface TermsOf<Row extends Termed, Whole extends Termed> {
  /** Those that a filter of MongoDB fits, in the order in which a preview names them. */
  fitting(filter: object): AsyncIterable<Row>;
  name(row: Row): Omit<MovedDate, 'before' | 'after'>;
  /** The one of that id as it stands now; null where it is gone or its terms are to stay. */
  again(id: string, session: ClientSession): Promise<Whole | null>;
  /** Keeps its clocks and due date, and its history. */
  keep(tx: Transaction, moved: Whole & { dueOn: LegalDate | null }, actorId: string): Promise<void>;
}
/** The terms of one kind of things, as far as they follow the calendar. */
export interface Terms {
  /** Which of them have a term over the dates on which two calendars differ and that moves by it. */
  movedBy(turn: CalendarTurn): AsyncGenerator<MovedDate>;
  /** Moves them, one transaction for each; what was moved already stays. Says how many moved. */
  move(actorId: string, turn: CalendarTurn): Promise<number>;
}

const standing = (clocks: readonly Clock[]): MovedDate['before'] => {
  const { dueLegal: legal = '', dueInternal: internal = legal } = governingClock(clocks) ?? {};
  return { legal, internal };
};
const runningOver = ({ first, last }: CalendarTurn) => ({
  dueOn: { $ne: null },
  clocks: { $elemMatch: { metOn: null, startedOn: { $lte: last }, dueLegal: { $gte: first } } },
});

/** Makes the terms of one kind of things follow the calendar. */
export function termsOf<Row extends Termed, Whole extends Termed>(kind: TermsOf<Row, Whole>): Terms {
  async function* movedBy(turn: CalendarTurn): AsyncGenerator<MovedDate> {
    for await (const row of kind.fitting(runningOver(turn))) {
      const recounted = recountClocks(row.clocks, row.settingsVersion, turn);
      if (recounted) yield { ...kind.name(row), before: standing(row.clocks), after: standing(recounted) };
    }
  }
  const moveOne = (id: string, actorId: string, turn: CalendarTurn): Promise<boolean> =>
    transaction(async (tx) => {
      const found = await kind.again(id, tx.session);
      const clocks = found && recountClocks(found.clocks, found.settingsVersion, turn);
      if (!clocks) return false;
      await kind.keep(tx, { ...found, clocks, dueOn: governingDate(clocks) }, actorId);
      return true;
    });
  return {
    movedBy,
    async move(actorId, turn) {
      let moved = 0;
      for await (const { id } of movedBy(turn)) if (await moveOne(id, actorId, turn)) moved += 1;
      return moved;
    },
  };
}
