import { Types } from 'mongoose';
import { legalDateOf } from '#server/platform/clock.ts';
import { OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import { addresseesOf, answerGiven, caseById, correspondentsOf, takeOutgoingNumber } from '#server/register/index.ts';
import type { PaperKind } from '#shared/domain/postal.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { CallModel, type CallRow } from '../call.model.ts';
import { PostalItemModel, type PostalItemRow } from '../postal.model.ts';

/** The name under which post stands in the outbox. */
export const POST = 'post';
/** The papers that events bring, by what happened to a case of any regime. */
const PAPERS: Readonly<Record<string, PaperKind>> = {
  answered: 'answer',
  interim: 'interim',
  extended: 'extend',
  asked: 'ask',
  postponed: 'postpone',
  forwarded: 'forward',
  returned: 'return',
  terminated: 'terminate',
  withdrawn: 'withdraw',
  transferred: 'transfer',
};
const paperOf = (kind: EventKind): PaperKind | undefined => PAPERS[kind.slice(kind.indexOf('.') + 1)];
/** Whether an event brings a paper; the outbox asks it of each event. */
export const bringsPaper = (kind: EventKind): boolean => paperOf(kind) !== undefined;

type Listed = Pick<PostalItemRow, 'eventId' | 'caseId' | 'number' | 'districtCode'>;
/** The papers to those who asked for a letter, as they begin; nobody is written to without an address. */
async function papersTo(
  tx: Transaction,
  personIds: readonly string[],
  {
    listed,
    kind,
    toldAt,
    letter,
  }: { listed: Listed; kind: PaperKind; toldAt: Date; letter: { outgoingNumber: string; on: string } | null },
): Promise<Omit<PostalItemRow, '_id'>[]> {
  const addressees = await addresseesOf(personIds);
  const rows: Omit<PostalItemRow, '_id'>[] = [];
  for (const id of personIds) {
    if (!addressees.get(id)?.address) continue;
    const numbered = letter ?? { outgoingNumber: await takeOutgoingNumber(tx), on: legalDateOf(tx.at) };
    const fresh = { state: 'waiting', registryId: null, registry: null, mail: null, note: null } as const;
    rows.push({
      ...listed,
      ...numbered,
      ...fresh,
      round: 1,
      personId: new Types.ObjectId(id),
      kind,
      toldAt,
      trackingNumber: null,
      isSentAgain: false,
      outcome: null,
    });
  }
  return rows;
}

/**
 * Puts down what one event sends by post and has said by telephone: to each the paper or the call that they asked for, once. The
 * consumer's name leaves the outbox in the same transaction, so a second run finds nothing to do.
 */
export async function listPapers(rowId: string): Promise<void> {
  await transaction(async (tx) => {
    const { session } = tx;
    const row = await OutboxModel.findOneAndUpdate(
      { _id: rowId, pending: POST },
      { $pull: { pending: POST } },
      { session },
    ).lean<OutboxRow>();
    const kind = row && paperOf(row.kind);
    const found = row?.subject.kind === 'case' ? await caseById(row.subject.id) : null;
    if (!row || !kind || !found) return;
    const people = await correspondentsOf(found, session);
    const listed: Listed = {
      eventId: row._id,
      caseId: found._id,
      number: found.number,
      districtCode: found.place.districtCode ?? null,
    };
    const answer = kind === 'answer' ? await answerGiven(found) : null;
    if (kind === 'answer' && !answer?.signed) return;
    const isOral = answer?.signed?.method === 'oral';
    const byPost = isOral ? [] : people.filter(({ replyBy }) => replyBy === 'post');
    const byPhone = people.filter(({ replyBy, role }) => replyBy === 'phone' || (isOral && role === 'applicant'));
    const letter = answer?.signed ?? null;
    const papers = await papersTo(
      tx,
      byPost.map(({ personId }) => personId),
      { listed, kind, toldAt: row.at, letter: letter && { outgoingNumber: letter.outgoingNumber, on: letter.on } },
    );
    if (papers.length > 0) await PostalItemModel.insertMany(papers, { session });
    if (!answer || byPhone.length === 0) return;
    const calls = byPhone.map(
      ({ personId }): Omit<CallRow, '_id'> => ({
        ...listed,
        personId: new Types.ObjectId(personId),
        answerId: answer._id,
        isOral,
        state: 'open',
        tries: [],
        nextAt: tx.at,
      }),
    );
    await CallModel.insertMany(calls, { session });
  });
}
