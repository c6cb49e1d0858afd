import type { Actor, Visitor } from '#server/platform/policy.ts';
import { keeperOf, refuseWrong } from '../routing.policy.ts';
import { type RoutingSet, routingSet } from '../routing-rule.model.ts';
import { changeRules, ruleOf } from './change-rules.ts';

/** Switches a rule on, or makes it a draft again. Refusals: 404, 409 `version.stale`, 422 for what the city no longer has. */
export async function switchRule(
  actor: Actor | Visitor,
  { id, isOn, expectedVersion }: { id: string; isOn: boolean; expectedVersion: number },
): Promise<RoutingSet> {
  keeperOf(actor);
  const now = ruleOf((await routingSet()).rules, id);
  if (isOn) refuseWrong({ ...now, words: [...now.words] });
  return changeRules(actor, expectedVersion, (rules) => {
    const rule = ruleOf(rules, id);
    return {
      kind: isOn ? 'routing.rule-switched-on' : 'routing.rule-switched-off',
      rules: rules.map((one) => (one === rule ? { ...rule, isOn } : one)),
      facts: { ruleId: id },
    };
  });
}
