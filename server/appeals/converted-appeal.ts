import { Types } from 'mongoose';
import { startClock } from '#server/deadlines/index.ts';
import { newPerson, type Person } from '#server/people/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import {
  type Consent,
  contactMarks,
  type Entry,
  newApplicant,
  newSignatory,
  type Participant,
} from '#server/register/index.ts';
import { type Appeal, appealPlug } from './appeal.plug.ts';
import { newAppeal } from './new-appeal.ts';

/** Somebody who stands behind a petition: as they named themselves, and where they wish to be told; nowhere without a contact. */
export interface Backer {
  lastName: string;
  firstName: string;
  patronymic: string | null;
  contact: { kind: 'phone' | 'email'; value: string } | null;
  /** When they proved that it is theirs. */
  provedAt: Date;
}
/** What a petition brings into the register. */
export interface ConvertedPetition {
  words: string;
  initiator: Backer;
  signers: readonly Backer[];
  /** The end of its collection: from then on the term of art. 20 runs. */
  receivedAt: Date;
  enteredAt: Date;
  number: string;
}
/** Of the words of the consents that author and signers gave with the petition. */
const CONSENT_TEXTS = 1;

const personOf = ({ contact, provedAt, patronymic, ...names }: Backer, at: Date): Person => {
  const who = { ...names, ...(patronymic && { patronymic }) };
  const person = newPerson(who, contact ? { [contact.kind]: contact.value } : {}, { at });
  return {
    ...person,
    ...(contact?.kind === 'phone' && { phoneVerifiedAt: provedAt }),
    ...(contact?.kind === 'email' && { emailVerifiedAt: provedAt }),
  };
};
const wishesOf = ({ contact, provedAt }: Backer) => ({
  replyBy: contact?.kind === 'email' ? ('email' as const) : ('page' as const),
  consents:
    contact?.kind === 'phone'
      ? [{ purpose: 'sms' as const, textVersion: CONSENT_TEXTS, at: provedAt, channel: 'web' }]
      : [],
});

/**
 * A petition without enough signatures as a citizens' appeal (Law 393/96-ВР, art. 23-1): collective, its initiator the
 * correspondent, its signers the signatories. What it is about and of which kind the registrar says, as of any appeal.
 */
export function convertedAppeal({
  words,
  initiator,
  signers,
  receivedAt,
  enteredAt,
  number,
}: ConvertedPetition): Entry<Appeal> {
  const clocks = [startClock('appeal.month', legalDateOf(receivedAt))];
  const matter = { kind: 'proposal' as const, categoryCode: 'other', text: words };
  const newId = () => new Types.ObjectId();
  const appeal = newAppeal(matter, { number, receivedAt, channel: 'web', newId, clocks });
  const applicant = personOf(initiator, enteredAt);
  const wishes = wishesOf(initiator);
  // Its author agreed that everybody reads the petition under their name, and everybody has read it.
  const agreed: Consent = {
    purpose: 'publication',
    textVersion: CONSENT_TEXTS,
    at: initiator.provedAt,
    channel: 'web',
  };
  const part = newApplicant(appeal._id, applicant._id, { ...wishes, consents: [...wishes.consents, agreed] });
  const signed = signers.map((signer): [Person, Participant] => {
    const person = personOf(signer, enteredAt);
    return [person, newSignatory(appeal._id, person._id, wishesOf(signer))];
  });
  const entered: Appeal = { ...appeal, applicants: 1 + signers.length, marks: contactMarks(part, applicant) };
  return {
    entered,
    people: [applicant, ...signed.map(([person]) => person)],
    benefits: [],
    draftId: null,
    participants: [part, ...signed.map(([, one]) => one)],
    event: 'appeal.converted',
    actorId: null,
    docDigest: appealPlug.digestOf(entered),
    earlier: null,
    idempotency: null,
  };
}
