import type { AuditEntry } from '#shared/contract/audit.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { DeskAuditTexts } from '#shared/texts/uk/desk-audit.ts';
import { phrase } from '../case-words.ts';

/** What an entry of the access log is about, in words, one after the other; empty where it says all by itself. */
export function aboutEntry(
  { facts, member, giver, reasonCode }: AuditEntry,
  lang: Lang,
  texts: DeskAuditTexts,
): string {
  const { number, paper, registry, from, to, role } = facts;
  const said = [
    number && fill(texts.caseNo, { number: spacedNumber(String(number)) }),
    paper && phrase(texts.papers, String(paper)),
    registry && fill(texts.registryNo, { registry: String(registry) }),
    from && to && fill(texts.days, { from: dateInFull(lang, String(from)), to: dateInFull(lang, String(to)) }),
    role && fill(texts.roleNo, { role: String(role) }),
    member && (member.name ?? texts.gone),
    giver && fill(texts.giverNo, { name: giver.name ?? texts.gone }),
    reasonCode && fill(texts.reasonNo, { reason: phrase(texts.reveal.reasons, reasonCode).toLowerCase() }),
  ];
  return said.filter(Boolean).join(', ');
}
