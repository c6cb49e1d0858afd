import { createHash } from 'node:crypto';
import type { Appeal } from '#server/appeals/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import { type Actor, holds, type Visitor } from '#server/platform/policy.ts';
import {
  indexText,
  type JournalPlace,
  journalPapers,
  mainDepartment,
  registeredBetween,
} from '#server/register/index.ts';
import type { JournalLine } from '#shared/contract/reports.ts';
import {
  CODE_OF_RESULT,
  CODE_OF_STATUS,
  type Period,
  type ResultCode,
  STATUSES_WITH_ANSWER,
} from '#shared/domain/figures.ts';
import { instantsOf } from './days.ts';

type Viewer = Actor | Visitor;
/** So many characters of the text stand for it in the journal. */
const SUMMARY = 160;
const summaryOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SUMMARY ? `${line.slice(0, SUMMARY).trimEnd()}…` : line;
};
const resultOf = ({ status, result }: Appeal): ResultCode | null => {
  const isAnswered = STATUSES_WITH_ANSWER.some((each) => each === status);
  return CODE_OF_STATUS[status] ?? (isAnswered && result ? CODE_OF_RESULT[result] : null);
};

/** Lines for these cases; who filed and what they wrote only for a viewer who may read any case. */
async function linesOf(cases: readonly Appeal[], viewer: Viewer): Promise<JournalLine[]> {
  const withPeople = holds(viewer, 'case.readAny');
  const papers = await journalPapers(cases, { withPeople });
  return cases.map((found) => {
    const { applicant = null, outgoingNumber = null } = papers.get(String(found._id)) ?? {};
    const last = found.clocks.findLast(({ ofCaseId }) => !ofCaseId);
    const result = resultOf(found);
    const isAnswered = !CODE_OF_STATUS[found.status];
    return {
      id: String(found._id),
      registrationIndex: indexText(found.registrationIndex) ?? '',
      receivedOn: legalDateOf(found.receivedAt),
      number: found.number,
      channel: found.channel,
      applicant: applicant && { name: applicant.name, residence: applicant.residence },
      kind: found.kind,
      questionGroup: found.questionGroup,
      summary: withPeople ? summaryOf(found.text) : null,
      department: mainDepartment(found)?.name ?? null,
      dueOn: found.dueOn ?? last?.dueLegal ?? null,
      result,
      outgoingNumber: result && isAnswered ? outgoingNumber : null,
      finishedOn: result && ((isAnswered ? found.answeredOn : last?.metOn) ?? null),
    };
  });
}
const casesIn = async (period: Period, page: { after: JournalPlace | null; limit: number }): Promise<Appeal[]> =>
  (await registeredBetween({ ...instantsOf(period), regime: 'appeal' }, page)) as Appeal[];
const placeOf = ({ receivedAt, _id }: Appeal): JournalPlace => ({ receivedAt, id: String(_id) });

/** One page of the journal of registration (CMU 348), and where the next begins. A cursor of other days is 422. */
export async function journalPage(
  viewer: Viewer,
  { cursor, limit, ...period }: Period & { cursor?: string | undefined; limit: number },
): Promise<{ items: JournalLine[]; next: string | null }> {
  const listing = createHash('sha256').update(`journal ${period.from} ${period.to}`).digest('base64url').slice(0, 12);
  const said = cursor === undefined ? null : readCursor(cursor, listing);
  const after = said && { receivedAt: new Date(said.key ?? 0), id: said.id };
  const found = await casesIn(period, { after, limit: limit + 1 });
  const cases = found.slice(0, limit);
  const last = cases.at(-1);
  const next =
    found.length > limit && last
      ? writeCursor({ key: last.receivedAt.toISOString(), id: String(last._id) }, listing)
      : null;
  return { items: await linesOf(cases, viewer), next };
}
const BATCH = 500;
/** The whole journal of a period, line by line, never more than some hundreds of them in memory. */
export async function* journalLines(viewer: Viewer, period: Period): AsyncGenerator<JournalLine> {
  for (let after: JournalPlace | null = null; ; ) {
    const cases: Appeal[] = await casesIn(period, { after, limit: BATCH });
    yield* await linesOf(cases, viewer);
    const last = cases.at(-1);
    if (!last || cases.length < BATCH) return;
    after = placeOf(last);
  }
}
