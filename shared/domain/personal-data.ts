import { isCaseNumber } from './case-number.ts';
import { readPhone } from './phone.ts';

/** What of a person's own a text may give away. */
export const PERSONAL_DATA = ['phone', 'email', 'card', 'taxpayer', 'name'] as const;
export type PersonalDatumKind = (typeof PERSONAL_DATA)[number];
/** One such thing, as it stands in the text. */
export interface PersonalDatum {
  kind: PersonalDatumKind;
  quote: string;
}

/** Whether the last digit of a card is right for the rest (ISO/IEC 7812-1, annex B). */
function isCard(quote: string): boolean {
  const sum = [...quote.replace(/\D/g, '')].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
const isPhone = (quote: string): boolean => readPhone(quote).kind !== 'invalid';

interface Pattern {
  kind: PersonalDatumKind;
  /** Runs are bounded and begin at their first character alone, so that the time grows with the text and not with its square. */
  looks: RegExp;
  is?: (quote: string) => boolean;
}
/** In this order: what one pattern has taken, the next ones do not see. */
const PATTERNS: readonly Pattern[] = [
  { kind: 'email', looks: /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,20}/gu },
  { kind: 'card', looks: /(?<![\p{L}\d])UA(?: ?\d){27}(?!\d)/gu },
  { kind: 'card', looks: /(?<!\d)\d{4}(?<gap>[ -]?)\d{4}\k<gap>\d{4}\k<gap>\d{4}(?!\d)/g, is: isCard },
  // In national form with any prefix, then in international, then the town's short one.
  { kind: 'phone', looks: /(?<![\d+])(?:\+?38|8)?[ -]?\(?0 ?\(?\d\d\)?(?:[ .()-]{0,2}\d){7}(?!\d)/g, is: isPhone },
  { kind: 'phone', looks: /(?<!\d)\+\d(?:[ .()-]{0,2}\d){8,14}(?!\d)/g, is: isPhone },
  { kind: 'phone', looks: /(?<![\d-])\d{3}-\d\d-\d\d(?![\d-])/g },
  { kind: 'taxpayer', looks: /(?<!\d)\d{10}(?!\d)/g, is: (quote) => !isCaseNumber(quote) },
  // «гр. Іваненко І. П.», «гр-ка Коваль», «громадянина Петренка Івана»; not «громадянин України».
  {
    kind: 'name',
    looks:
      /(?<!\p{L})(?:[Гг]р(?:\.|-(?:н|на|ну|ном|ка|ки|ку|кою|ці))|[Гг]ромадян(?:ин|ина|ину|ином|ка|ки|ку|кою|ці)) ?(?!Україн)\p{Lu}[\p{L}’'ʼ-]{1,40}(?: ?\p{Lu}(?:\.|[\p{L}’'ʼ-]{1,40})){0,2}/gu,
  },
];

/**
 * What in a text looks like somebody's personal data, the same thing once: to be asked about before it is sent, never a
 * refusal (Law 2297-VI, art. 6: no more than the purpose needs). Dates, sums and numbers of appeals are not taken for it.
 */
export function personalDataIn(text: string): PersonalDatum[] {
  let left = text.normalize('NFC').replace(/\u00a0/g, ' ');
  const found = new Map<string, PersonalDatum>();
  for (const { kind, looks, is = () => true } of PATTERNS)
    left = left.replace(looks, (run) => {
      const quote = run.trim();
      if (!is(quote)) return run;
      found.set(quote, { kind, quote });
      return '\n';
    });
  return [...found.values()];
}
