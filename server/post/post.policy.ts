import { type Actor, holderOf, type Visitor } from '#server/platform/policy.ts';

/** Who sends and says answers for the whole city: whoever delivers them and may read any case. Throws for anybody else. */
export function delivererOf(actor: Actor | Visitor): Actor {
  holderOf(actor, 'answer.deliver');
  return holderOf(actor, 'case.readAny');
}
