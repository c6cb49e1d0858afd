import { eventsOf } from '#server/history/index.ts';
import { staffNames } from '#server/identity/index.ts';
import { type Case, objectionToDepartment, routableOf, stemsIn } from '#server/register/index.ts';
import type { CaseRouting, RuleChange } from '#shared/contract/routing.ts';
import {
  type ReadyRule,
  ROUTING_EVENTS,
  type Routing,
  type RoutingRule,
  readyRules,
  routeBy,
} from '#shared/domain/routing.ts';
import { RULES, routingSet } from './routing-rule.model.ts';

/** Rules whose words are stemmed as those of cases are. */
export const ready = (rules: readonly RoutingRule[]): ReadyRule[] => readyRules(rules, stemsIn);
/** Asks one list of rules after another what it says of a case, whose words are stemmed but once. */
export function router(found: Case): (rules: readonly ReadyRule[]) => Routing {
  const routable = routableOf(found);
  return (rules) => routeBy(rules, routable, (departmentId) => objectionToDepartment(found, departmentId));
}

/** How many changes are shown. */
const SHOWN = 30;
/** The last changes of the rules, newest first, with the names of those who made them, and of the rule where it is there still. */
export async function lastChanges(rules: readonly RoutingRule[]): Promise<RuleChange[]> {
  const events = (await eventsOf(RULES)).slice(-SHOWN).reverse();
  const names = await staffNames(events.flatMap(({ actorId }) => actorId ?? []));
  return events.flatMap(({ kind, at, actorId, facts, seq }) => {
    const known = ROUTING_EVENTS.find((each) => each === kind);
    const rule = rules.find(({ id }) => id === facts.ruleId);
    const by = names.get(actorId ?? '') ?? '';
    return known ? [{ seq, kind: known, at: at.toISOString(), by, name: rule?.name ?? null }] : [];
  });
}
/** What the rules that are on say of a case, reckoned now. The caller has seen to it that it may be read. */
export async function routingOf(found: Case): Promise<CaseRouting> {
  const on = (await routingSet()).rules.filter(({ isOn }) => isOn);
  const { match, skipped } = router(found)(ready(on));
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
