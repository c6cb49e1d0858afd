import { type PipelineStage, Types } from 'mongoose';
import { type OpenPerson, openPerson, peopleOf } from '#server/people/index.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import { type Case, CaseModel } from './case.model.ts';
import { type Participant, ParticipantModel } from './participant.model.ts';

/** Runs stages over the cases for whoever counts them; instants are given as Date. It reads and nothing more. */
export const countCases = <Row>(stages: PipelineStage[]): Promise<Row[]> => CaseModel.aggregate<Row>(stages).exec();

/** Where a page of the journal ended. */
export interface JournalPlace {
  receivedAt: Date;
  id: string;
}
/** The registered cases received from one instant until another, in that order, so many after a place. */
export const registeredBetween = (
  { from, until, regime }: { from: Date; until: Date; regime: string },
  { after, limit }: { after: JournalPlace | null; limit: number },
): Promise<Case[]> => {
  const beyond = after && [
    { receivedAt: { $gt: after.receivedAt } },
    { receivedAt: after.receivedAt, _id: { $gt: new Types.ObjectId(after.id) } },
  ];
  return CaseModel.find({
    regime,
    receivedAt: { $gte: after?.receivedAt ?? from, $lt: until },
    registrationIndex: { $ne: null },
    ...(beyond && { $or: beyond }),
  })
    .sort({ receivedAt: 1, _id: 1 })
    .limit(limit)
    .lean<Case[]>()
    .exec();
};
/** What the journal says of a case beside the case itself. */
export interface JournalPapers {
  /** Null where who filed it is gone, or is not asked for. */
  applicant: OpenPerson | null;
  outgoingNumber: string | null;
}
/** Who filed these cases, where that is asked for, and the number of the last letter that was signed in each. */
export async function journalPapers(
  cases: readonly Case[],
  { withPeople }: { withPeople: boolean },
): Promise<ReadonlyMap<string, JournalPapers>> {
  const ids = cases.map(({ _id }) => _id);
  const [answers, parts] = await Promise.all([
    AnswerModel.find({ caseId: { $in: ids }, signed: { $ne: null } })
      .sort({ _id: 1 })
      .lean<Answer[]>(),
    withPeople ? ParticipantModel.find({ caseId: { $in: ids }, role: 'applicant' }).lean<Participant[]>() : [],
  ]);
  const people = new Map((await peopleOf(parts.map(({ personId }) => personId))).map((one) => [String(one._id), one]));
  const letters = new Map(answers.map((answer) => [String(answer.caseId), answer.signed?.outgoingNumber ?? null]));
  const applicants = new Map(parts.map((part) => [String(part.caseId), people.get(String(part.personId))]));
  return new Map(
    ids.map((id) => {
      const person = applicants.get(String(id));
      return [
        String(id),
        { applicant: person ? openPerson(person) : null, outgoingNumber: letters.get(String(id)) ?? null },
      ];
    }),
  );
}
