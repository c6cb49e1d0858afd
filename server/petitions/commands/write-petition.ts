import { Types } from 'mongoose';
import { currentSettings } from '#server/calendar/index.ts';
import { requestEmailCode, requestPhoneCode } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { idempotencyRow, keepIdempotency, madeBefore } from '#server/platform/idempotency.ts';
import { Problem } from '#server/platform/problem.ts';
import { lookupHash, newSalt, openContact, sealContact } from '#server/platform/secrets.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { NewPetition } from '#shared/contract/petitions.ts';
import { mailboxKey } from '#shared/domain/email.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { petitionById, stemsOfPetition } from '../petitions.queries.ts';

/** Of the words of the consent to texts on the form; raised when they change. */
const CONSENT_TEXTS = 1;

/** A petition as it was written, not sent yet. */
function newPetition(draft: NewPetition, at: Date): Petition {
  const _id = new Types.ObjectId();
  const { title, essence, demand, lastName, firstName, patronymic = null, email, phone, sms } = draft;
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
      lastName,
      firstName,
      patronymic,
      email: sealContact(email, String(_id)),
      emailHash: lookupHash(mailboxKey(email)),
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
/** Where the code went, and when there may be another. */
export interface CodeOnItsWay {
  id: string;
  expiresAt: Date;
  resendAt: Date;
}

/**
 * Sends a code to the phone to which its author wishes texts and that is not proved yet; null where there is none, or where limits
 * or the store stand in its way: the petition does not depend on it.
 */
async function phoneCode({ _id, initiator, phoneCodeId }: Petition, network: string): Promise<string | null> {
  if (!initiator.phone || !initiator.smsConsent || initiator.phoneProvedAt) return null;
  try {
    return (await requestPhoneCode(openContact(initiator.phone, String(_id)), network)).codeId;
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return phoneCodeId;
  }
}
/** Sends its author a code by e-mail, and one to the phone for texts, or others, from that network. Refusals: 404, 409 `move.refused` once it was sent, and those of `requestEmailCode`. */
export async function sendAuthorCode(petitionId: string, network: string): Promise<CodeOnItsWay> {
  const found = await petitionById(petitionId);
  if (!found) throw new Problem('not-found');
  if (found.status !== 'unconfirmed')
    throw new Problem('move.refused', {
      from: found.status,
      verb: 'confirm',
      reason: 'not-from-this-status',
      allowed: [],
    });
  const { codeId, ...code } = await requestEmailCode(openContact(found.initiator.email, petitionId), network);
  const phoneCodeId = await phoneCode(found, network);
  await PetitionModel.updateOne({ _id: found._id }, { $set: { codeId, phoneCodeId } });
  return { id: petitionId, ...code };
}

/**
 * Keeps a petition that nobody sees until its author has entered the code that this has sent by e-mail. A repeated key answers
 * with the petition of the first request, so that pressing twice writes one.
 */
export async function writePetition(draft: NewPetition, idempotencyKey?: string): Promise<Petition> {
  const petition = newPetition(draft, now());
  const asked = idempotencyKey ? idempotencyRow('write-petition', idempotencyKey, draft, String(petition._id)) : null;
  const earlier = async (): Promise<Petition | null> => {
    const id = asked && (await madeBefore(asked));
    return id ? petitionById(id) : null;
  };
  const before = await earlier();
  if (before) return before;
  try {
    await transaction(async ({ session }) => {
      await PetitionModel.create([petition], { session, ordered: true });
      await keepIdempotency(asked ? [asked] : [], session);
    });
    return petition;
  } catch (cause) {
    // The same key came twice at once and the other request was first.
    const twin = isDuplicate(cause) ? await earlier() : null;
    if (!twin) throw cause;
    return twin;
  }
}
