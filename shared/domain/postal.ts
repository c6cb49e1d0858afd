/** The papers that go to an applicant: the answer, and what is told beside it, named by the verb that brings it. */
export const PAPER_KINDS = [
  'answer',
  'interim',
  'extend',
  'ask',
  'postpone',
  'forward',
  'return',
  'terminate',
  'withdraw',
  'transfer',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** How far a paper has come that goes by post. */
export const POSTAL_STATES = ['waiting', 'sent', 'delivered', 'returned'] as const;
export type PostalState = (typeof POSTAL_STATES)[number];
/** Kinds of mail (Rules of postal service, CMU 270 of 05.03.2009): ordinary, registered. */
export const MAIL_KINDS = ['plain', 'registered'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
/** Why a letter came back, as the post notes it on the cover. */
export const RETURN_REASONS = ['expired', 'absent', 'refused', 'wrong_address', 'deceased', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
/** Letters of one registry at the most: what one sheet of a postal form and one hand-over can carry, and one transaction keep. */
export const MOST_IN_REGISTRY = 200;

/** Sizes of envelopes, in millimetres (ISO 269). */
export const ENVELOPES = { c5: { width: 229, height: 162 }, dl: { width: 220, height: 110 } } as const;
export type Envelope = keyof typeof ENVELOPES;

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];
/** The check digit of a number of eight digits (UPU S10). */
function checkDigit(serial: string): number {
  const sum = WEIGHTS.reduce((total, weight, n) => total + weight * Number(serial[n]), 0);
  const digit = 11 - (sum % 11);
  return digit === 10 ? 0 : digit === 11 ? 5 : digit;
}
/**
 * A tracking number however it was typed, as the post prints it: thirteen digits of the domestic barcode, or two letters, nine
 * digits with the check digit of UPU S10 and the country. Null for anything else.
 */
export function readTracking(typed: string): string | null {
  const said = typed.replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{13}$/.test(said)) return said;
  const [, serial = '', check = ''] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(said) ?? [];
  return serial && checkDigit(serial) === Number(check) ? said : null;
}
/** The postcode in an address as people write it, and the address without it; null where there is none. */
export function splitPostcode(address: string): { postcode: string | null; rest: string } {
  const postcode = /(?<!\d)\d{5}(?!\d)/.exec(address)?.[0] ?? null;
  if (postcode === null) return { postcode, rest: address };
  const rest = address
    .replace(postcode, '')
    .replace(/^[\s,;]+|[\s,;]+$/g, '')
    .replace(/,\s*,/g, ',');
  return { postcode, rest };
}

/** How a call ended: the answer was told, nobody took it, the applicant will not hear it, the number is another's. */
export const CALL_OUTCOMES = ['told', 'no_answer', 'refused', 'wrong_number'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
