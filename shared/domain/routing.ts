import type { Channel } from './appeal.ts';

/** What a case must be for a rule to take it; a condition that is null, or has no words, is none. */
export interface RoutingConditions {
  /** A topic with everything below it. */
  categoryCode: string | null;
  districtCode: string | null;
  channel: Channel | null;
  /** Words or phrases; one of them is enough, and of a phrase all words are needed, in any form and order. */
  words: readonly string[];
}
/** A rule that says which department a case is for. It is a draft until it is on. */
export interface RoutingRule extends RoutingConditions {
  id: string;
  name: string;
  departmentId: string;
  isOn: boolean;
}
/** What can happen to the rules, as history has it. */
export const ROUTING_EVENTS = [
  'routing.rule-added',
  'routing.rule-changed',
  'routing.rule-switched-on',
  'routing.rule-switched-off',
  'routing.rule-removed',
  'routing.reordered',
] as const;
export type RoutingEvent = (typeof ROUTING_EVENTS)[number];
/** What rules look at in a case. */
export interface RoutableCase {
  /** Its topic and all topics above. */
  categoryPath: readonly string[];
  districtCode: string | null;
  channel: Channel;
  /** Of its words and of its place. */
  stems: ReadonlySet<string>;
}
/** A rule whose words are stems already, for it meets many cases. */
export interface ReadyRule {
  rule: RoutingRule;
  phrases: readonly { typed: string; stems: readonly string[] }[];
}
/** Makes rules ready; `stemsIn` is the way in which the cases’ own words were stemmed. */
export const readyRules = (rules: readonly RoutingRule[], stemsIn: (text: string) => readonly string[]): ReadyRule[] =>
  rules.map((rule) => ({ rule, phrases: rule.words.map((typed) => ({ typed, stems: stemsIn(typed) })) }));

/** The words of the rule that the case has, none where it asks for none; null where the case does not fit. */
function wordsMet({ rule, phrases }: ReadyRule, found: RoutableCase): string[] | null {
  if (rule.categoryCode !== null && !found.categoryPath.includes(rule.categoryCode)) return null;
  if (rule.districtCode !== null && rule.districtCode !== found.districtCode) return null;
  if (rule.channel !== null && rule.channel !== found.channel) return null;
  if (phrases.length === 0) return [];
  const met = phrases.filter(({ stems }) => stems.length > 0 && stems.every((stem) => found.stems.has(stem)));
  return met.length > 0 ? met.map(({ typed }) => typed) : null;
}

/** What the rules say of one case: the first that may take it, and those before it that the law kept from doing so. */
export interface Routing {
  match: { rule: RoutingRule; words: readonly string[] } | null;
  skipped: readonly { rule: RoutingRule; reason: string }[];
}
/** The first rule that fits wins; one whose department must not have the case is skipped, with the objection. The rules given count as on. */
export function routeBy(
  rules: readonly ReadyRule[],
  found: RoutableCase,
  objectionTo: (departmentId: string) => string | null,
): Routing {
  const skipped: { rule: RoutingRule; reason: string }[] = [];
  for (const ready of rules) {
    const words = wordsMet(ready, found);
    if (!words) continue;
    const reason = objectionTo(ready.rule.departmentId);
    if (reason === null) return { match: { rule: ready.rule, words }, skipped };
    skipped.push({ rule: ready.rule, reason });
  }
  return { match: null, skipped };
}
