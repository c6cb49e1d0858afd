import { type Actor, holderOf, inPlaceBy, type StandIn, type Visitor } from '#server/platform/policy.ts';

/** Who sends and says answers for the whole city: whoever delivers them and may read any case. Throws for anybody else. */
export function delivererOf(actor: Actor | Visitor): Actor {
  holderOf(actor, 'answer.deliver');
  return holderOf(actor, 'case.readAny');
}
/** The same as history tells of it: who does it, and in whose place; null for their own right. */
export function deliveryBy(actor: Actor | Visitor): { byId: string; place: StandIn | null } {
  const deliverer = delivererOf(actor);
  const place = inPlaceBy(deliverer, 'answer.deliver') ?? inPlaceBy(deliverer, 'case.readAny');
  return { byId: deliverer.id, place };
}
