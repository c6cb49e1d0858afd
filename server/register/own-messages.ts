import { Types } from 'mongoose';
import type { AddressedTo } from '#server/notifications/index.ts';
import { peopleWithContacts } from '#server/people/index.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { MESSAGE_KINDS, type MessageKind } from '#shared/domain/message-kinds.ts';
import { muteKinds, switchMessages } from './commands/switch-messages.ts';
import { type Participant, ParticipantModel, wantsSms } from './participant.model.ts';
import { monthsAgo } from './participants.ts';

type Purpose = 'sms' | 'email';
/** What one switch stands at, by the id of its case. */
export type SwitchStates = ReadonlyMap<string, boolean>;
/** A resident's messages: what they may switch, and to whom of the ledger's addressees they come. */
export interface OwnMessages {
  /** Of the phone that was proved; null where none was. */
  sms: SwitchStates | null;
  /** Of the address that was proved; null where none was. */
  email: SwitchStates | null;
  mutedKinds: readonly MessageKind[];
  addressed: AddressedTo[];
  /** What was called for earlier is not shown. */
  since: Date;
}

const hashesOf = (actor: Actor, purpose: Purpose): readonly string[] =>
  (actor.kind === 'resident' && (purpose === 'sms' ? actor.phoneHashes : actor.emailHashes)) || [];
/** Every part of a contact that this resident proved, save those that its owner put away. */
async function partsOf(actor: Actor, purpose: Purpose) {
  const hashes = hashesOf(actor, purpose);
  const people = await peopleWithContacts(purpose === 'sms' ? { phoneHashes: hashes } : { emailHashes: hashes });
  return { personId: { $in: people }, ...(purpose === 'sms' ? { detachedAt: null } : { emailDetachedAt: null }) };
}
/** Cases that this resident's list shows: a private one only where its code was given. */
const listed = ({ knownCaseIds, caseIds }: Actor) => ({
  caseId: { $in: [...new Set([...knownCaseIds, ...caseIds])].map((id) => new Types.ObjectId(id)) },
});
const listedPartsOf = async (actor: Actor, purpose: Purpose): Promise<Participant[]> =>
  ParticipantModel.find({ ...(await partsOf(actor, purpose)), ...listed(actor) }).lean<Participant[]>();

const addressedTo = (channel: Purpose, parts: readonly Participant[]): AddressedTo => ({
  channel,
  recipientIds: parts.map(({ personId }) => String(personId)),
  caseIds: parts.map(({ caseId }) => String(caseId)),
});
/** How the switches of a resident stand, in the cases that their list shows. */
export async function ownMessages(actor: Actor): Promise<OwnMessages> {
  const [texts, letters] = await Promise.all([listedPartsOf(actor, 'sms'), listedPartsOf(actor, 'email')]);
  const states = (purpose: Purpose, parts: readonly Participant[], isOn: (part: Participant) => boolean) =>
    hashesOf(actor, purpose).length > 0
      ? new Map(parts.map((part) => [String(part.caseId), isOn(part)] as const))
      : null;
  return {
    sms: states('sms', texts, wantsSms),
    email: states('email', letters, ({ emailOffAt }) => emailOffAt === null),
    mutedKinds: MESSAGE_KINDS.filter((kind) => texts.some(({ mutedKinds }) => mutedKinds.includes(kind))),
    addressed: [addressedTo('sms', texts), addressedTo('email', letters)],
    since: monthsAgo(12),
  };
}

/** Refuses a switch of what the resident has not proved to be theirs. */
function mustHaveProved(actor: Actor, purpose: Purpose): void {
  if (hashesOf(actor, purpose).length === 0)
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: purpose, code: 'contact.not-proved' }] });
}
/**
 * Switches a resident's texts or letters: of one case, or of all. Off is off in every case of the phone or the address, also in
 * those that no list shows; on goes for the listed ones alone. 404 for a case that is not theirs, 422 `contact.not-proved` where
 * this sign-in proved no phone for texts, or no address for letters.
 */
export async function switchOwn(
  actor: Actor,
  { purpose, isOn, caseId }: { purpose: Purpose; isOn: boolean; caseId: string | null },
): Promise<void> {
  mustHaveProved(actor, purpose);
  const all = await partsOf(actor, purpose);
  const listedOnes = { ...all, ...listed(actor) };
  if (caseId !== null) {
    const one = { $and: [listedOnes, { caseId: new Types.ObjectId(caseId) }] };
    if (!(await ParticipantModel.exists(one))) throw new Problem('not-found');
    return switchMessages(one, { purpose, isOn, channel: 'my' });
  }
  return switchMessages(isOn ? listedOnes : all, { purpose, isOn, channel: 'my' });
}
/** Turns kinds of a resident's texts off, in every case of the phone that they proved. Refused as `switchOwn` is. */
export async function muteOwnKinds(actor: Actor, kinds: readonly MessageKind[]): Promise<void> {
  mustHaveProved(actor, 'sms');
  await muteKinds(await partsOf(actor, 'sms'), kinds);
}
