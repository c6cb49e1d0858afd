import { Types } from 'mongoose';
import { recordEvent } from '#server/history/index.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { idempotencyRow, keepIdempotency, madeBefore } from '#server/platform/idempotency.ts';
import { type Actor, holderOf, inPlaceBy, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { ForwardedPetition } from '#shared/contract/petition-forwarded.ts';
import { councilEvent } from '../council.ts';
import { checkForwarded } from '../forwarded.check.ts';
import { collectorOf, termsOfForwarded } from '../forwarded.parts.ts';
import { newPetition } from '../new-petition.ts';
import { petitionEvent } from '../petition.history.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { nextPetitionNumber } from '../petition.numbers.ts';
import { petitionById } from '../petitions.queries.ts';

/** Entered, it stands where a petition of our own stands once its threshold is reached. */
const ENTERED = { event: 'petition.forwarded', from: null, to: 'threshold_reached' } as const;

/** The petition as it is published at once. */
function forwardedPetition(draft: ForwardedPetition, at: Date): Petition {
  const petition = newPetition({ ...draft, sms: false }, at);
  return {
    ...petition,
    ...termsOfForwarded(draft),
    status: ENTERED.to,
    submittedAt: at,
    publishedAt: at,
    collectedBy: { id: String(new Types.ObjectId()), ...collectorOf(draft, String(petition._id)) },
  };
}

/**
 * Enters a petition whose signatures a civic association collected on its own site and sent to the council (Law 393/96-ВР,
 * art. 23-1): it is public at once and goes the way of those that reached their threshold here. One with fewer signatures than the
 * charter asked for is refused: it is nothing for the council to consider, and not ours to make an appeal of. A repeated key
 * answers with the petition of the first request. Refusals: 403, 422 for each wrong field, 422 `idempotency.reused`.
 */
export async function enterForwarded(
  actor: Actor | Visitor,
  draft: ForwardedPetition,
  idempotencyKey?: string,
): Promise<Petition> {
  const moderator = holderOf(actor, 'petition.moderate');
  const errors = checkForwarded(draft);
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  const scope = `enter-forwarded ${moderator.id}`;
  const asked = idempotencyKey ? idempotencyRow(scope, idempotencyKey, draft, '') : null;
  const earlier = async (): Promise<Petition | null> => {
    const id = asked && (await madeBefore(asked));
    return id ? petitionById(id) : null;
  };
  const before = await earlier();
  if (before) return before;
  try {
    return await transaction(async (begun) => {
      const tx = { ...begun, place: inPlaceBy(moderator, 'petition.moderate') };
      const petition = { ...forwardedPetition(draft, tx.at), number: await nextPetitionNumber(tx) };
      await PetitionModel.create([petition], { session: tx.session, ordered: true });
      await keepIdempotency(asked ? [{ ...asked, resultId: String(petition._id) }] : [], tx.session);
      const { facts, ...event } = petitionEvent(petition, ENTERED, { actorId: moderator.id });
      const { startedOn, sentOn, receivedOn, signatures: count } = draft;
      await recordEvent(tx, { ...event, facts: { ...facts, startedOn, sentOn, receivedOn, count } });
      await tx.record([councilEvent(petition, 'petition.council-all')]);
      return petition;
    });
  } catch (cause) {
    // The same key came twice at once and the other request was first.
    const twin = isDuplicate(cause) ? await earlier() : null;
    if (!twin) throw cause;
    return twin;
  }
}
