import { now } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { type Case, casesSince, indexText, mainDepartment } from '#server/register/index.ts';
import type { RuleTrial, TypedRule } from '#shared/contract/routing.ts';
import type { RoutingRule } from '#shared/domain/routing.ts';
import { keeperOf, refuseWrong } from './routing.policy.ts';
import { ready, router } from './routing.queries.ts';
import { routingSet } from './routing-rule.model.ts';

/** Cases that a trial looks at; of more it takes the newest, and says so. */
const MOST_CASES = 5_000;
/** Cases that went elsewhere and are told one by one. */
const MOST_DIFFERENCES = 100;
const DAY_MS = 86_400_000;
/** The id of a rule that has none yet. */
const NEW = 'new';

/** The rules that are on, with the tried one in the place of its old self, or at the end. */
function withTried(rules: readonly RoutingRule[], tried: RoutingRule): RoutingRule[] {
  const isThere = rules.some(({ id }) => id === tried.id);
  const all = isThere ? rules.map((rule) => (rule.id === tried.id ? tried : rule)) : [...rules, tried];
  return all.filter(({ isOn }) => isOn);
}
type Agreement = RuleTrial['set'];
const none = (): Agreement => ({ takes: 0, unassigned: 0, agreed: 0 });
const count = (tally: Agreement, departmentId: string, inFact: string | undefined): void => {
  tally.takes += 1;
  if (inFact === undefined) tally.unassigned += 1;
  else if (inFact === departmentId) tally.agreed += 1;
};
const difference = (found: Case, departmentId: string): RuleTrial['rule']['differences'][number] => ({
  caseId: String(found._id),
  number: found.number,
  index: indexText(found.registrationIndex),
  categoryCode: found.categoryCode,
  departmentId,
});

/**
 * What a rule would have done to the cases of the last `days`, among the rules that are on: how many it would take, and to which
 * main executors these went in fact. Changes nothing. Refusal: 422 as when the rule is kept.
 */
export async function tryRule(
  actor: Actor | Visitor,
  { id, rule, days }: { id: string | null; rule: TypedRule; days: number },
): Promise<RuleTrial> {
  keeperOf(actor);
  refuseWrong(rule);
  const tried: RoutingRule = { ...rule, id: id ?? NEW, isOn: true };
  const rules = ready(withTried((await routingSet()).rules, tried));
  const alone = ready([tried]);
  const from = new Date(now().getTime() - days * DAY_MS);
  const { total, cases } = await casesSince(from, MOST_CASES);
  const [own, set] = [none(), none()];
  const went = new Map<string, number>();
  const differences: RuleTrial['rule']['differences'] = [];
  let [looked, takenBefore, skipped] = [0, 0, 0];
  for await (const found of cases) {
    looked += 1;
    const inFact = mainDepartment(found)?.id;
    const route = router(found);
    const { match } = route(rules);
    if (match) count(set, match.rule.departmentId, inFact);
    if (match?.rule.id !== tried.id) {
      const { match: wouldTake, skipped: kept } = route(alone);
      if (kept.length > 0) skipped += 1;
      if (wouldTake) takenBefore += 1;
      continue;
    }
    count(own, tried.departmentId, inFact);
    if (inFact === undefined) continue;
    went.set(inFact, (went.get(inFact) ?? 0) + 1);
    if (inFact !== tried.departmentId && differences.length < MOST_DIFFERENCES)
      differences.push(difference(found, inFact));
  }
  return {
    days,
    total,
    looked,
    rule: {
      ...own,
      takenBefore,
      skipped,
      went: [...went].map(([departmentId, n]) => ({ departmentId, count: n })).sort((a, b) => b.count - a.count),
      differences,
    },
    set,
  };
}
