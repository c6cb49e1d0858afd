import { Types } from 'mongoose';
import { currentSettings } from '#server/calendar/index.ts';
import { lookupHash, newSalt, sealContact } from '#server/platform/secrets.ts';
import type { NewPetition } from '#shared/contract/petitions.ts';
import { mailboxKey } from '#shared/domain/email.ts';
import type { Initiator, Petition } from './petition.model.ts';
import { stemsOfPetition } from './petitions.queries.ts';

/** Of the words of the consent to texts on the form; raised when they change. */
const CONSENT_TEXTS = 1;

/** Who wrote it, and where they are written to: sealed under the petition's id. */
export const authorOf = (
  { lastName, firstName, patronymic, email }: Pick<NewPetition, 'lastName' | 'firstName' | 'patronymic' | 'email'>,
  petitionId: string,
): Pick<Initiator, 'lastName' | 'firstName' | 'patronymic' | 'email' | 'emailHash'> => ({
  lastName,
  firstName,
  patronymic: patronymic ?? null,
  email: sealContact(email, petitionId),
  emailHash: lookupHash(mailboxKey(email)),
});

/** A petition as it begins, whoever brings it: what it says and who wrote it, and nothing that has happened to it. */
export function newPetition(draft: Omit<NewPetition, 'isAgreed'>, at: Date): Petition {
  const _id = new Types.ObjectId();
  const { title, essence, demand, phone, sms } = draft;
  return {
    _id,
    number: null,
    status: 'unconfirmed',
    title,
    essence,
    demand,
    textSalt: newSalt(),
    stems: stemsOfPetition({ title, essence, demand }),
    initiator: {
      ...authorOf(draft, String(_id)),
      phone: phone ? sealContact(phone, String(_id)) : null,
      phoneProvedAt: null,
      smsConsent: phone && sms ? { textVersion: CONSENT_TEXTS, at } : null,
    },
    codeId: null,
    phoneCodeId: null,
    createdAt: at,
    submittedAt: null,
    publishedAt: null,
    endsOn: null,
    threshold: null,
    charterVersion: null,
    clocks: [],
    dueOn: null,
    nearedAt: null,
    reachedAt: null,
    suggestions: [],
    rejection: null,
    mergedInto: null,
    reviewedOn: null,
    hearingOn: null,
    answer: null,
    tally: { eid: 0, sms: 0, removed: 0 },
    windows: 0,
    removals: [],
    appealNumber: null,
    settingsVersion: currentSettings().version,
    version: 1,
  };
}
