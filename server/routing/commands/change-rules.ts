import { recordEvent } from '#server/history/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { RoutingEvent, RoutingRule } from '#shared/domain/routing.ts';
import { keeperOf } from '../routing.policy.ts';
import { keepRules, type RoutingSet, RULES, routingSet } from '../routing-rule.model.ts';

/** What a change makes of the rules, and how history tells of it: ids and codes, for what a person wrote stays in the rule. */
export interface RulesChange {
  kind: RoutingEvent;
  rules: readonly RoutingRule[];
  facts: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Changes the rules that stood at `expectedVersion`, and keeps on record who did it. `change` is pure, for it may be run again.
 * Refusals: 409 `version.stale` with the `current` rules where somebody was quicker, and those of `change`.
 */
export async function changeRules(
  actor: Actor | Visitor,
  expectedVersion: number,
  change: (rules: readonly RoutingRule[]) => RulesChange,
): Promise<RoutingSet> {
  const keeper = keeperOf(actor);
  return transaction(async (tx) => {
    const current = await routingSet(tx.session);
    if (current.version !== expectedVersion) throw new Problem('version.stale', { current });
    const { kind, rules, facts } = change(current.rules);
    if (!(await keepRules({ version: expectedVersion, rules }, tx.session))) throw new Problem('version.stale');
    await recordEvent(tx, {
      kind,
      subject: RULES,
      actorId: keeper.id,
      from: null,
      to: null,
      reasonCode: null,
      docDigest: null,
      facts: { ...facts, version: expectedVersion + 1 },
    });
    return { version: expectedVersion + 1, rules };
  });
}
/** The rule of that id; 404 where there is none. */
export function ruleOf(rules: readonly RoutingRule[], id: string): RoutingRule {
  const found = rules.find((rule) => rule.id === id);
  if (!found) throw new Problem('not-found');
  return found;
}
