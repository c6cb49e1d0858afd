import { Types } from 'mongoose';
import { calendarFor } from '#server/calendar/index.ts';
import { LIST_PARTS, type ListPart, listPart } from '#shared/domain/executors.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { ExecutorLetter, LetterLine } from './executor-letter.model.ts';
import type { PartInHand } from './in-hand.ts';

/** Lines of each part that a letter has at the most; the rest is counted. */
const MOST = 30;

/** A part as a line of a letter. */
export const lineOf = ({ found, departmentId, date }: PartInHand, why: LetterLine['why']): LetterLine => ({
  caseId: found._id,
  number: found.number,
  categoryCode: found.categoryCode,
  departmentId: new Types.ObjectId(departmentId),
  date,
  why,
});
/** The list of a department on a working day; null where there is nothing to say. What came between two rounds is new in the later one. */
export function morningList(
  parts: readonly PartInHand[],
  { on, from, until }: { on: LegalDate; from: Date; until: Date },
): Pick<ExecutorLetter, 'lines' | 'counts'> | null {
  const calendar = calendarFor('dated');
  const told: Record<ListPart, LetterLine[]> = { overdue: [], soon: [], fresh: [] };
  for (const part of parts) {
    const isFresh = part.since !== null && part.since >= from && part.since < until;
    const why = listPart(part.date, isFresh, on, calendar);
    if (why) told[why].push(lineOf(part, why));
  }
  if (LIST_PARTS.every((why) => told[why].length === 0)) return null;
  return {
    lines: LIST_PARTS.flatMap((why) => told[why].slice(0, MOST)),
    counts: Object.fromEntries(LIST_PARTS.map((why) => [why, told[why].length])),
  };
}
