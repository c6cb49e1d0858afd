import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { RoutingSet } from '../routing-rule.model.ts';
import { changeRules, ruleOf } from './change-rules.ts';

/** Puts the rules in this order. Refusals: 409 `version.stale`, 422 unless each rule is named exactly once. */
export const orderRules = (
  actor: Actor | Visitor,
  { ids, expectedVersion }: { ids: readonly string[]; expectedVersion: number },
): Promise<RoutingSet> =>
  changeRules(actor, expectedVersion, (rules) => {
    const named = new Set(ids);
    if (named.size !== ids.length || named.size !== rules.length || !rules.every(({ id }) => named.has(id)))
      throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'ids', code: 'field.invalid' }] });
    return {
      kind: 'routing.reordered',
      rules: ids.map((id) => ruleOf(rules, id)),
      facts: { order: ids.join(' ') },
    };
  });
