import type { QueryFilter, Types, UpdateQuery } from 'mongoose';
import { dropUnwanted } from '#server/notifications/index.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import type { MessageKind } from '#shared/domain/message-kinds.ts';
import { ConsentChangeModel, consentChange, SWITCH_TEXTS, type SwitchedAt } from '../consent-change.model.ts';
import { type Consent, type Participant, ParticipantModel, wantsSms } from '../participant.model.ts';
import { markContacts } from './mark-case.ts';

/** What is switched and where. A switch that gives a consent anew is for whoever proved the number; behind a link one that was given only comes back. */
export interface Switching {
  purpose: 'sms' | 'email';
  isOn: boolean;
  channel: SwitchedAt;
  actorId?: string | null;
}
const hasConsent = ({ consents }: Participant): boolean => consents.some(({ purpose }) => purpose === 'sms');
/** Whether a part stands otherwise than it is to, and can be switched so. */
function isToChange(part: Participant, { purpose, isOn, channel }: Switching): boolean {
  if (purpose === 'email') return isOn ? part.emailOffAt !== null : part.emailOffAt === null;
  if (!isOn) return hasConsent(part) && part.smsOffAt === null;
  const mayGive = channel === 'my' || channel === 'desk';
  return !wantsSms(part) && part.detachedAt === null && (mayGive || hasConsent(part));
}
function changeOf(part: Participant, { purpose, isOn, channel }: Switching, at: Date): UpdateQuery<Participant> {
  const offAt = isOn ? null : at;
  if (purpose === 'email') return { $set: { emailOffAt: offAt } };
  const given: Consent = { purpose: 'sms', textVersion: SWITCH_TEXTS, at, channel };
  return { $set: { smsOffAt: offAt }, ...(isOn && !hasConsent(part) && { $push: { consents: given } }) };
}

/** Switches what is sent about these parts, and keeps who changed what where; those that stand so already are let be. Answers those that changed, for `afterSwitch` once it is committed. */
export async function switchParts(
  tx: Transaction,
  parts: QueryFilter<Participant>,
  switching: Switching,
): Promise<Participant[]> {
  const { session, at } = tx;
  const { purpose, isOn, channel, actorId = null } = switching;
  const found = await ParticipantModel.find(parts).session(session).lean<Participant[]>();
  const changing = found.filter((part) => isToChange(part, switching));
  if (changing.length === 0) return [];
  const updates = changing.map((part) => ({
    updateOne: { filter: { _id: part._id }, update: changeOf(part, switching, at) },
  }));
  await ParticipantModel.bulkWrite(updates, { session });
  const records = changing.map((part) =>
    consentChange(part, { purpose, isOn, mutedKinds: part.mutedKinds, at, channel, actorId }),
  );
  await ConsentChangeModel.insertMany(records, { session });
  return changing;
}
/** What follows from a switch: the cases are marked anew by how their contacts stand, and what waits to be sent is dropped where it is unwanted. */
export async function afterSwitch(changed: readonly Participant[]): Promise<void> {
  if (changed.length === 0) return;
  await markContacts({ _id: { $in: changed.map(({ _id }) => _id) } });
  await dropUnwanted(
    changed.map(({ personId }) => String(personId)),
    changed.map(({ caseId }) => String(caseId)),
  );
}
/** Does so in a transaction of its own, with all that follows. */
export const switchMessages = async (parts: QueryFilter<Participant>, switching: Switching): Promise<void> =>
  afterSwitch(await transaction((tx) => switchParts(tx, parts, switching)));
/** Turns the texts of one part off or on again, from the short link. */
export const switchSms = (link: string, isOn: boolean): Promise<void> =>
  switchMessages({ link }, { purpose: 'sms', isOn, channel: 'text-link' });
/** Turns the letters of one part off or on again, from the link in them. */
export const switchLetters = (partId: Types.ObjectId, isOn: boolean): Promise<void> =>
  switchMessages({ _id: partId }, { purpose: 'email', isOn, channel: 'letter-link' });

/** From now on no texts of these kinds go out about these parts, and all others as far as texts are wanted at all. */
export async function muteKinds(parts: QueryFilter<Participant>, kinds: readonly MessageKind[]): Promise<void> {
  const changed = await transaction(async ({ session, at }) => {
    const mutedKinds = [...kinds];
    const isMuted = (part: Participant): boolean =>
      part.mutedKinds.length === kinds.length && kinds.every((kind) => part.mutedKinds.includes(kind));
    const found = await ParticipantModel.find(parts).session(session).lean<Participant[]>();
    const changing = found.filter((part) => !isMuted(part));
    const theirs = { _id: { $in: changing.map(({ _id }) => _id) } };
    await ParticipantModel.updateMany(theirs, { $set: { mutedKinds } }, { session });
    const how = { purpose: 'sms', mutedKinds, at, channel: 'my', actorId: null } as const;
    await ConsentChangeModel.insertMany(
      changing.map((part) => consentChange(part, { ...how, isOn: wantsSms(part) })),
      { session },
    );
    return changing;
  });
  await afterSwitch(changed);
}
