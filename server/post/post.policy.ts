import { type Actor, holderOf, inPlaceBy, type StandIn, type Visitor } from '#server/platform/policy.ts';

/** Who sends and says answers for the whole city: whoever delivers them and may read any case. Throws for anybody else. */
export function delivererOf(actor: Actor | Visitor): Actor {
  holderOf(actor, 'answer.deliver');
  return holderOf(actor, 'case.readAny');
}
/** In whose place they do it; null for their own right. */
export const deliveryPlace = (actor: Actor): StandIn | null =>
  inPlaceBy(actor, 'answer.deliver') ?? inPlaceBy(actor, 'case.readAny');
