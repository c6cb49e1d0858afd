import { Types } from 'mongoose';
import { idByLetterLink, letterLinkOf } from '#server/platform/letter-link.ts';
import type { Subject } from '#server/platform/outbox.ts';
import { type Case, CaseModel } from './case.model.ts';
import { type Participant, ParticipantModel } from './participant.model.ts';

/** What stands in the addresses by which letters about one's own case are turned off; null where the person has no part in the case. */
export async function letterLinkFor({ kind, id }: Subject, personId: string): Promise<string | null> {
  if (kind !== 'case') return null;
  const theirs = { caseId: new Types.ObjectId(id), personId: new Types.ObjectId(personId) };
  const part = await ParticipantModel.findOne(theirs).select('_id').lean<Pick<Participant, '_id'>>();
  return part && letterLinkOf(String(part._id));
}
/** The part and the case behind the link of a letter, under any key in use; null for a link that leads nowhere. */
export async function partByLetterLink(link: string): Promise<{ part: Participant; found: Case } | null> {
  const partId = idByLetterLink(link);
  const part = partId && (await ParticipantModel.findById(partId).lean<Participant>());
  const found = part && (await CaseModel.findById(part.caseId).lean<Case>());
  return part && found ? { part, found } : null;
}
