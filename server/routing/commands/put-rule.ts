import { Types } from 'mongoose';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { TypedRule } from '#shared/contract/routing.ts';
import type { RoutingRule } from '#shared/domain/routing.ts';
import { keeperOf, refuseWrong } from '../routing.policy.ts';
import type { RoutingSet } from '../routing-rule.model.ts';
import { changeRules, ruleOf } from './change-rules.ts';

/** More rules than anybody can keep in mind; the contract's order has room for as many. */
const MOST_RULES = 200;
const sameConditions = (one: RoutingRule, other: TypedRule): boolean =>
  one.categoryCode === other.categoryCode &&
  one.districtCode === other.districtCode &&
  one.channel === other.channel &&
  one.departmentId === other.departmentId &&
  JSON.stringify(one.words) === JSON.stringify(other.words);

/**
 * Adds a rule as a draft at the end, or changes the one of that id: it becomes a draft again, for it was not tried as it is now,
 * unless only its name changed. Refusals: 404, 409 `version.stale`, 422 with each thing unknown or one rule too many.
 */
export async function putRule(
  actor: Actor | Visitor,
  { id, rule, expectedVersion }: { id: string | null; rule: TypedRule; expectedVersion: number },
): Promise<RoutingSet> {
  keeperOf(actor);
  refuseWrong(rule);
  const fresh = String(new Types.ObjectId());
  return changeRules(actor, expectedVersion, (rules) => {
    const before = id === null ? null : ruleOf(rules, id);
    if (!before && rules.length >= MOST_RULES)
      throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'rule', code: 'field.too-long' }] });
    const isOn = Boolean(before?.isOn && sameConditions(before, rule));
    const after: RoutingRule = { ...rule, id: before?.id ?? fresh, isOn };
    const { categoryCode, districtCode, channel, departmentId } = after;
    return {
      kind: before ? 'routing.rule-changed' : 'routing.rule-added',
      rules: before ? rules.map((one) => (one === before ? after : one)) : [...rules, after],
      facts: { ruleId: after.id, isOn, categoryCode, districtCode, channel, departmentId, words: rule.words.length },
    };
  });
}
