import type { Actor, Visitor } from '#server/platform/policy.ts';
import type { RoutingSet } from '../routing-rule.model.ts';
import { changeRules, ruleOf } from './change-rules.ts';

/** Takes a rule away; history keeps that it was there. Refusals: 404, 409 `version.stale`. */
export const removeRule = (
  actor: Actor | Visitor,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<RoutingSet> =>
  changeRules(actor, expectedVersion, (rules) => {
    const rule = ruleOf(rules, id);
    return {
      kind: 'routing.rule-removed',
      rules: rules.filter((one) => one !== rule),
      facts: { ruleId: id, isOn: rule.isOn },
    };
  });
