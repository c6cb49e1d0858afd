/** What a typed phone number is; only `mobile` can get a text. */
export interface PhoneNumber {
  kind: 'mobile' | 'landline' | 'foreign' | 'invalid';
  /** `+` and digits (ITU-T E.164), null where nothing sensible was typed. */
  e164: string | null;
}
/** Why no text can reach a number; the mail of its owner can. */
export type NoTexts = Extract<PhoneNumber['kind'], 'landline' | 'foreign'>;
/** Codes by which Ukraine's mobile operators serve people. */
const MOBILE = /^\+380(39|50|63|66|67|68|73|75|77|9[1-9])\d{7}$/;

/** Reads `0XX…`, `80XX…`, `380XX…` and `+380XX…` with any spaces, dashes and brackets. */
export function readPhone(typed: string): PhoneNumber {
  const bare = typed.replace(/[\s().\-\u2010-\u2015\u00a0]/g, '');
  if (!/^\+?\d{7,15}$/.test(bare)) return { kind: 'invalid', e164: null };
  const national = /^(?:\+?38|8)?(0\d{9})$/.exec(bare)?.[1];
  if (national) {
    const e164 = `+38${national}`;
    return { kind: MOBILE.test(e164) ? 'mobile' : 'landline', e164 };
  }
  return bare.startsWith('+') && !bare.startsWith('+380')
    ? { kind: 'foreign', e164: bare }
    : { kind: 'invalid', e164: null };
}
/** A number as people read it: `+380 67 123 45 67`. */
export const spacedPhone = (e164: string): string =>
  e164.replace(/^(\+380)(\d\d)(\d{3})(\d\d)(\d\d)$/, '$1 $2 $3 $4 $5');
