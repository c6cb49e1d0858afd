import type { Types } from 'mongoose';
import { openPerson, peopleOf } from '#server/people/index.ts';
import { type Participant, ParticipantModel, wantsSms } from './participant.model.ts';

/** A phone (E.164) or an address that the applicant left, and whether a code has proved it. */
export interface ContactToProve {
  kind: 'phone' | 'email';
  value: string;
  isProved: boolean;
}
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
