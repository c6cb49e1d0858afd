import { type Case, objectionToDepartment, routableOf, stemsIn } from '#server/register/index.ts';
import type { CaseRouting } from '#shared/contract/routing.ts';
import { type ReadyRule, type Routing, type RoutingRule, readyRules, routeBy } from '#shared/domain/routing.ts';
import { routingSet } from './routing-rule.model.ts';

/** Rules whose words are stemmed as those of cases are. */
export const ready = (rules: readonly RoutingRule[]): ReadyRule[] => readyRules(rules, stemsIn);
/** What these rules say of a case. */
export const routingBy = (rules: readonly ReadyRule[], found: Case): Routing =>
  routeBy(rules, routableOf(found), (departmentId) => objectionToDepartment(found, departmentId));

/** What the rules that are on say of a case, reckoned now. The caller has seen to it that it may be read. */
export async function routingOf(found: Case): Promise<CaseRouting> {
  const on = (await routingSet()).rules.filter(({ isOn }) => isOn);
  const { match, skipped } = routingBy(ready(on), found);
  const named = ({ id, name, departmentId }: RoutingRule) => ({ id, name, departmentId });
  return {
    rules: on.length,
    match: match && {
      ...named(match.rule),
      categoryCode: match.rule.categoryCode,
      districtCode: match.rule.districtCode,
      channel: match.rule.channel,
      words: [...match.words],
    },
    skipped: skipped.map(({ rule, reason }) => ({ ...named(rule), reason })),
  };
}
