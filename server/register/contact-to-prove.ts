import type { Types } from 'mongoose';
import { openPerson, type Person, peopleOf } from '#server/people/index.ts';
import type { CaseMark } from '#shared/domain/appeal.ts';
import { type Participant, ParticipantModel, wantsSms } from './participant.model.ts';

/** A phone (E.164) or an address that the applicant left, and whether a code has proved it. */
export interface ContactToProve {
  kind: 'phone' | 'email';
  value: string;
  isProved: boolean;
}
/** What a case is marked with for the one contact that is worth proving: nothing where it is proved, and where none was left. Pure; seeding calls it too. */
export const contactMarks = (
  part: Participant,
  {
    phone,
    phoneVerifiedAt,
    email,
    emailVerifiedAt,
  }: Pick<Person, 'phone' | 'phoneVerifiedAt' | 'email' | 'emailVerifiedAt'>,
): CaseMark[] => {
  const isProved = phone && wantsSms(part) ? phoneVerifiedAt !== null : !email || emailVerifiedAt !== null;
  return isProved ? [] : ['contact_unproved'];
};
/**
 * The one contact of the applicant that is worth proving by a code: the mobile, where texts are wanted; else the address. Null
 * where neither was left: nothing of a case waits for a code.
 */
export async function contactToProve(caseId: Types.ObjectId): Promise<ContactToProve | null> {
  const part = await ParticipantModel.findOne({ caseId, role: 'applicant' }).lean<Participant>();
  const [person] = part ? await peopleOf([part.personId]) : [];
  if (!part || !person) return null;
  const { phone, email, isPhoneVerified } = openPerson(person);
  if (phone && wantsSms(part)) return { kind: 'phone', value: phone, isProved: isPhoneVerified };
  return email ? { kind: 'email', value: email, isProved: person.emailVerifiedAt !== null } : null;
}
