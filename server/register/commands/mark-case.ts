import { type QueryFilter, Types } from 'mongoose';
import { hasTextFailed } from '#server/notifications/index.ts';
import { peopleOf } from '#server/people/index.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import type { CaseMark } from '#shared/domain/appeal.ts';
import { factsOf } from '../case.facts.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { contactMarks } from '../contact-to-prove.ts';
import { type Participant, ParticipantModel } from '../participant.model.ts';

/** Puts a mark on a case or takes it off. No verb: the version stays, and the desk hears of it by the outbox, without a line in the history. */
async function setMark(tx: Transaction, caseId: Types.ObjectId, mark: CaseMark, isOn: boolean): Promise<void> {
  const fits = { _id: caseId, marks: isOn ? { $ne: mark } : mark };
  const change = isOn ? { $addToSet: { marks: mark } } : { $pull: { marks: mark } };
  const found = await CaseModel.findOneAndUpdate(fits, change, {
    session: tx.session,
    returnDocument: 'after',
  }).lean<Case>();
  if (!found) return;
  const facts = { ...factsOf(found), isInternal: true };
  const subject = { kind: 'case', id: String(caseId) };
  await tx.record([{ kind: `${found.regime}.marked`, subject, actorId: null, facts }]);
}

/** Marks the cases of these applicants' parts by how their contacts stand now; those that are marked so already stay as they are. */
export async function markContacts(parts: QueryFilter<Participant>): Promise<void> {
  const theirs = await ParticipantModel.find({ $and: [parts, { role: 'applicant' }] }).lean<Participant[]>();
  const people = await peopleOf(theirs.map(({ personId }) => personId));
  const byId = new Map(people.map((one) => [String(one._id), one]));
  for (const part of theirs) {
    const person = byId.get(String(part.personId));
    if (!person) continue;
    const isOn = contactMarks(part, person).length > 0;
    await transaction((tx) => setMark(tx, part.caseId, 'contact_unproved', isOn));
  }
}
/**
 * Marks a case whose last text to its applicant failed, and takes the mark off when a later one arrives; a case that is gone, or
 * whose applicant is none of these whose texts have fared in some way, is let be.
 */
export async function markTextFate(caseId: string, personIds: ReadonlySet<string>): Promise<void> {
  const asked = { caseId: new Types.ObjectId(caseId), role: 'applicant' } as const;
  const part = await ParticipantModel.findOne(asked).lean<Participant>();
  if (!part || !personIds.has(String(part.personId))) return;
  const isOn = await hasTextFailed({ kind: 'case', id: caseId }, String(part.personId));
  await transaction((tx) => setMark(tx, part.caseId, 'text_failed', isOn));
}
