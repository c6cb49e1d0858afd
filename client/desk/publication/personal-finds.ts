import type { CaseCard } from '#shared/contract/register.ts';
import { type PersonalDatumKind, personalDataIn } from '#shared/domain/personal-data.ts';

/** What of a person an operator should not let out: anybody's data, a flat, and the applicant's own name. */
export type FindKind = PersonalDatumKind | 'flat' | 'applicant';
/** One such thing, as it stands in the text. */
export interface Find {
  kind: FindKind;
  quote: string;
}
const FLAT = /(?<!\p{L})(?:кв|квартир[аиіу])(?:\.|\s)\s*№?\s*\d{1,4}\p{L}?/giu;
/** Endings of Ukrainian surnames change with the case: Коваль, Коваля, Ковалем; Ткаченко, Ткаченка. */
const ENDING = /[аеиіоуюяьй]{0,2}$/u;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A surname in any of its cases; null for one that is too short to be told from other words. */
function surname({ name }: Pick<CaseCard['applicants'][number], 'name'>): RegExp | null {
  const stem = (name.split(' ')[0] ?? '').replace(ENDING, '');
  return stem.length < 3 ? null : new RegExp(`(?<!\\p{L})${escaped(stem)}\\p{L}{0,4}(?![\\p{L}])`, 'giu');
}

/** What in a text may give somebody away, in the order of the text and each once: for the operator to look at, never a refusal. */
export function personalFinds(
  text: string,
  applicants: readonly Pick<CaseCard['applicants'][number], 'name'>[],
): Find[] {
  const flats = [...text.matchAll(FLAT)].map(([quote]) => ({ kind: 'flat', quote }) as const);
  const names = applicants.flatMap((applicant) => {
    const looks = surname(applicant);
    return looks ? [...text.matchAll(looks)].map(([quote]) => ({ kind: 'applicant', quote }) as const) : [];
  });
  const found = new Map<string, Find>();
  for (const one of [...personalDataIn(text), ...flats, ...names]) if (!found.has(one.quote)) found.set(one.quote, one);
  const plain = text.normalize('NFC').replace(/\u00a0/g, ' ');
  return [...found.values()].sort((a, b) => plain.indexOf(a.quote) - plain.indexOf(b.quote));
}
/** Where in a field's text a find stands: the start of its first place, or -1; a no-break space counts as a space. */
export const placeOf = ({ quote }: Find, text: string): number => text.replace(/\u00a0/g, ' ').indexOf(quote);
