import { type Actor, holds, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';

/** How messages fare is for those who see to it that people are told, and for those who keep the texts and the money of messages. */
export function admitMessageReader(actor: Actor | Visitor): void {
  if (!actor) throw new Problem('sign-in.required');
  if (!holds(actor, 'answer.deliver') && !holds(actor, 'messages.manage')) throw new Problem('not-allowed');
}
