import { requestEmailCode, requestPhoneCode } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { idempotencyRow, keepIdempotency, madeBefore } from '#server/platform/idempotency.ts';
import { Problem } from '#server/platform/problem.ts';
import { openContact } from '#server/platform/secrets.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { NewPetition } from '#shared/contract/petitions.ts';
import { newPetition } from '../new-petition.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { petitionById } from '../petitions.queries.ts';

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
