import { Types } from 'mongoose';
import type { Recipient } from '#server/notifications/index.ts';
import { openPerson, peopleOf, peopleWithPhone } from '#server/people/index.ts';
import { now } from '#server/platform/clock.ts';
import { PRIVATE_GROUPS } from '#shared/domain/appeal.ts';
import { type Case, CaseModel } from './case.model.ts';
import { type Participant, ParticipantModel, wantsSms } from './participant.model.ts';

/** Who is to be told of a case: everybody with a part in it, and whether texts reach them. */
export async function audienceOfCase(caseId: string): Promise<Recipient[]> {
  const parts = await ParticipantModel.find({ caseId: new Types.ObjectId(caseId) }).lean<Participant[]>();
  const people = await peopleOf(parts.map(({ personId }) => personId));
  return parts.map((part) => ({
    kind: 'person' as const,
    id: String(part.personId),
    hasVerifiedPhone: people.some(({ _id, phoneVerifiedAt }) => _id.equals(part.personId) && phoneVerifiedAt !== null),
    wantsSms: wantsSms(part),
    link: part.link,
  }));
}

const monthsAgo = (months: number): Date => {
  const at = now();
  at.setUTCMonth(at.getUTCMonth() - months);
  return at;
};
/** Ids of the cases of the last twelve months that this phone was left with, save private ones and those its owner put away. */
export async function casesOfPhone(phoneHashes: readonly string[]): Promise<string[]> {
  const personIds = await peopleWithPhone(phoneHashes);
  const parts = await ParticipantModel.find({ personId: { $in: personIds }, detachedAt: null })
    .select('caseId')
    .lean<Pick<Participant, 'caseId'>[]>();
  const recent = await CaseModel.find({
    _id: { $in: parts.map(({ caseId }) => caseId) },
    receivedAt: { $gte: monthsAgo(12) },
    questionGroup: { $nin: PRIVATE_GROUPS },
  })
    .select('_id')
    .lean<Pick<Case, '_id'>[]>();
  return recent.map(({ _id }) => String(_id));
}

/** The part and the case behind a short link; null for a link that leads nowhere. */
export async function partByLink(link: string): Promise<{ part: Participant; found: Case } | null> {
  const part = await ParticipantModel.findOne({ link }).lean<Participant>();
  const found = part && (await CaseModel.findById(part.caseId).lean<Case>());
  return part && found ? { part, found } : null;
}
/** Turns the texts of one part off or on again, from the short link. */
export const switchSms = async (link: string, isOn: boolean): Promise<void> => {
  await ParticipantModel.updateOne({ link }, { $set: { smsOffAt: isOn ? null : now() } });
};
/** «Це не моє звернення»: takes a case off the phone's list and its texts off the phone. */
export async function detachPhone(phoneHashes: readonly string[], caseId: string): Promise<void> {
  const personIds = await peopleWithPhone(phoneHashes);
  await ParticipantModel.updateMany(
    { caseId: new Types.ObjectId(caseId), personId: { $in: personIds } },
    { $set: { detachedAt: now() } },
  );
}

/** The mobile that the applicant left for texts, E.164, and whether it was proved; null where no texts were asked for. */
export async function textPhoneOf(caseId: Types.ObjectId): Promise<{ e164: string; isVerified: boolean } | null> {
  const part = await ParticipantModel.findOne({ caseId, role: 'applicant' }).lean<Participant>();
  const [person] = part && wantsSms(part) ? await peopleOf([part.personId]) : [];
  if (!person) return null;
  const { phone, isPhoneVerified } = openPerson(person);
  return phone ? { e164: phone, isVerified: isPhoneVerified } : null;
}
