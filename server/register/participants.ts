import { type ClientSession, Types } from 'mongoose';
import type { Recipient } from '#server/notifications/index.ts';
import {
  mayBeWrittenTo,
  type OpenPerson,
  openPerson,
  type Person,
  type ProvedContacts,
  peopleOf,
  peopleWithContacts,
} from '#server/people/index.ts';
import { now } from '#server/platform/clock.ts';
import { PRIVATE_GROUPS } from '#shared/domain/appeal.ts';
import { type Case, CaseModel } from './case.model.ts';
import { markContacts } from './commands/mark-case.ts';
import { copyOf, type Participant, ParticipantModel, wantsSms } from './participant.model.ts';

/** By what ways somebody with a part in a case can be told of it; `isWrittenTo`: letters may go to their address. Pure. */
export const recipientOf = (
  part: Participant,
  person: Pick<Person, 'phoneVerifiedAt'> | undefined,
  isWrittenTo: boolean,
): Recipient => ({
  kind: 'person',
  id: String(part.personId),
  hasVerifiedPhone: Boolean(person?.phoneVerifiedAt),
  wantsSms: wantsSms(part),
  hasEmail: isWrittenTo && !part.emailDetachedAt,
  link: part.link,
});
/** Who is to be told of a case, and by what ways they can be reached: everybody with a part in it, or the one who is named. */
export async function audienceOfCase(caseId: string, personId?: string): Promise<Recipient[]> {
  const named = personId === undefined ? {} : { personId: new Types.ObjectId(personId) };
  const parts = await ParticipantModel.find({ caseId: new Types.ObjectId(caseId), ...named }).lean<Participant[]>();
  const people = new Map((await peopleOf(parts.map((part) => part.personId))).map((one) => [String(one._id), one]));
  const recipients = parts.map(async (part): Promise<Recipient> => {
    const person = people.get(String(part.personId));
    return recipientOf(part, person, person !== undefined && (await mayBeWrittenTo(person)));
  });
  return Promise.all(recipients);
}

const monthsAgo = (months: number): Date => {
  const at = now();
  at.setUTCMonth(at.getUTCMonth() - months);
  return at;
};
/** Ids of the cases of the last twelve months that these contacts were left with, save private ones and those their owner put away. */
export async function casesOfContacts({ phoneHashes = [], emailHashes = [] }: ProvedContacts): Promise<string[]> {
  const [byPhone, byEmail] = await Promise.all([
    peopleWithContacts({ phoneHashes }),
    peopleWithContacts({ emailHashes }),
  ]);
  const parts = await ParticipantModel.find({
    $or: [
      { personId: { $in: byPhone }, detachedAt: null },
      { personId: { $in: byEmail }, emailDetachedAt: null },
    ],
  })
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
  await markContacts({ link });
};
/** «Це не моє звернення»: takes a case off the list of a phone or an address, and its texts or letters with it. */
export async function detachContacts(
  { phoneHashes = [], emailHashes = [] }: ProvedContacts,
  caseId: string,
): Promise<void> {
  const at = now();
  const partsOf = async (contacts: ProvedContacts) => ({
    caseId: new Types.ObjectId(caseId),
    personId: { $in: await peopleWithContacts(contacts) },
  });
  await ParticipantModel.updateMany(await partsOf({ phoneHashes }), { $set: { detachedAt: at } });
  await ParticipantModel.updateMany(await partsOf({ emailHashes }), { $set: { emailDetachedAt: at } });
  await markContacts({ caseId: new Types.ObjectId(caseId) });
}

/** Who filed a case, in the open: for themselves and those who handle it; null where they are gone. */
export async function applicantOf(caseId: Types.ObjectId): Promise<OpenPerson | null> {
  const part = await ParticipantModel.findOne({ caseId, role: 'applicant' }).lean<Participant>();
  const [person] = part ? await peopleOf([part.personId]) : [];
  return person ? openPerson(person) : null;
}

/** Whether the applicant lets everybody see words and photos, without a name. */
export const hasPublicationConsent = async ({ _id }: Pick<Case, '_id'>, session?: ClientSession): Promise<boolean> => {
  const consented = { caseId: _id, role: 'applicant', 'consents.purpose': 'publication' } as const;
  return (await ParticipantModel.exists(consented).session(session ?? null)) !== null;
};

/** Everybody's part in one case as a part in another, made of it. */
export const partsCopied = async (
  from: Types.ObjectId,
  to: Types.ObjectId,
  session: ClientSession,
): Promise<Participant[]> => {
  const parts = await ParticipantModel.find({ caseId: from }).session(session).lean<Participant[]>();
  return parts.map((part) => copyOf(part, to));
};
