import { Types } from 'mongoose';
import type { AnswerToSend } from '#server/notifications/index.ts';
import { peopleOf } from '#server/people/index.ts';
import type { Subject } from '#server/platform/outbox.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import { type Case, CaseModel } from './case.model.ts';
import { type Participant, ParticipantModel } from './participant.model.ts';
import { isPublic } from './public-case.ts';

/** What an operator opened of the answer to everybody; null while that is nothing. */
async function clearedText(caseId: Types.ObjectId): Promise<string | null> {
  const found = await CaseModel.findById(caseId).lean<Case>();
  return found && isPublic(found) ? found.publication.answer : null;
}

/**
 * The signed answer of a case, for a letter to one of its people: to those alone who are owed it, asked for it by e-mail and
 * proved the address, for whoever else reads that mailbox must not learn what was asked. One who joined gets what was opened of its
 * words: the letter itself may name the applicant. Null for everybody else.
 */
export async function answerToSend({ kind, id }: Subject, personId: string): Promise<AnswerToSend | null> {
  if (kind !== 'case') return null;
  const caseId = new Types.ObjectId(id);
  const [person] = await peopleOf([new Types.ObjectId(personId)]);
  const part = await ParticipantModel.findOne({ caseId, personId: person?._id ?? null }).lean<Participant>();
  if (!person?.emailVerifiedAt || !part?.replyOwed || part.replyBy !== 'email' || part.emailDetachedAt) return null;
  const answer = await AnswerModel.findOne({ caseId, signed: { $ne: null } })
    .sort({ _id: -1 })
    .lean<Answer>();
  if (!answer?.signed) return null;
  const text = part.joinedFrom === null ? answer.text : await clearedText(caseId);
  if (text === null) return null;
  const { appealRoute, signed } = answer;
  const { outgoingNumber, on: signedOn, signatory } = signed;
  return { text, appealRoute, outgoingNumber, signedOn, signatory };
}
