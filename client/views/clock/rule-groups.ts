import { RULE_IDS, type RuleId } from '#shared/domain/legal-clock/rules.ts';
import type { ClockTexts } from '#shared/texts/uk/clock.ts';

/** The part of a rule's id before the point: what the term is about, and by which law. */
type RuleGroup = keyof ClockTexts['groups'];
const ORDER: readonly RuleGroup[] = ['appeal', 'info', 'petition', 'deputy', 'admin', 'consultation'];

/** Every rule under the heading of its law, what people ask for most first. */
export const RULE_GROUPS: readonly { group: RuleGroup; rules: readonly RuleId[] }[] = ORDER.map((group) => ({
  group,
  rules: RULE_IDS.filter((rule) => rule.startsWith(`${group}.`)),
}));
