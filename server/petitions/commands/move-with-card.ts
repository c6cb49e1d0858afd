import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { OwnPetition } from '#shared/contract/own-petition.ts';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { presentDeskPetition } from '../desk.card.ts';
import type { Petition } from '../petition.model.ts';
import { petitionPolicy } from '../petition.policy.ts';
import { presentOwnPetition } from '../petition.presenter.ts';
import { petitionById } from '../petitions.queries.ts';
import { type MovePetition, movePetition } from './move-petition.ts';

/** Moves a petition and answers with its card, as `present` makes it; both 409s carry the current one where the actor may read it. */
async function moveWith<Card>(
  actor: Actor | Visitor,
  request: MovePetition,
  present: (petition: Petition) => Card | Promise<Card>,
): Promise<Card> {
  try {
    return await present(await movePetition(actor, request));
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.status !== 409) throw cause;
    const current = await petitionById(request.petitionId);
    const isReadable = current && petitionPolicy.read(actor, current);
    throw new Problem(cause.code, { ...cause.details, ...(isReadable && { current: await present(current) }) });
  }
}
/** Moves a petition as staff do, and answers with its card. Refusals: those of `movePetition`; both 409s carry the current card. */
export const movePetitionAtDesk = (actor: Actor | Visitor, request: MovePetition): Promise<DeskPetition> =>
  moveWith(actor, request, (petition) => presentDeskPetition(petition, actor));
/** Moves a petition as its author does, who proved the address that was left with it. The same refusals. */
export const moveOwnPetition = (actor: Actor | Visitor, request: MovePetition): Promise<OwnPetition> =>
  moveWith(actor, request, presentOwnPetition);
