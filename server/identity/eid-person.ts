import { words } from '#shared/contract/fields.ts';
import { readPhone } from '#shared/domain/phone.ts';

/** Somebody as a provider of electronic identification names them: by a name, and by at least one number of the state. */
export interface EidPerson {
  lastName: string;
  firstName: string;
  patronymic: string | null;
  /** The taxpayer number; for those who refused one for their faith, of their passport or identity card. */
  rnokpp: string | null;
  /** The record in the demographic register: `YYYYMMDD-NNNNN`. */
  unzr: string | null;
  /** A Ukrainian mobile that the provider has checked, E.164. */
  phone: string | null;
}
/** What a provider tells of somebody, by the names of its claims. */
export type EidClaims = Readonly<Record<string, unknown>>;

const name = words({ min: 1, max: 80 });
/** The claims of id.gov.ua, and those of OpenID Connect (Core 1.0, section 5.1) for the same. */
const NAMES = {
  lastName: ['lastname', 'family_name'],
  firstName: ['givenname', 'given_name'],
  patronymic: ['middlename', 'middle_name'],
} as const;
const said = (claims: EidClaims, claim: string): string => {
  const value = claims[claim];
  return typeof value === 'string' ? value.trim() : '';
};
const nameIn = (claims: EidClaims, of: readonly string[]): string | null => {
  for (const claim of of) {
    const { data } = name.safeParse(said(claims, claim).replace(/\s+/g, ' '));
    if (data) return data;
  }
  return null;
};

/** Letters of passports in Latin, as some write them, and the Ukrainian ones that look alike: one passport is one number. */
const [LATIN, UKRAINIAN] = ['ABCEHIKMOPTX', 'АВСЕНІКМОРТХ'];
const inUkrainian = (series: string): string =>
  [...series].map((letter) => UKRAINIAN[LATIN.indexOf(letter)] ?? letter).join('');
/** Ten digits; or two letters and six digits of a passport; or nine digits of an identity card. One digit all along is a stopgap. */
const TAXPAYER = /^(?!(\d)\1+$)(?:\d{9,10}|[А-ЯҐЄІЇ]{2}\d{6})$/u;
const rnokppIn = (claims: EidClaims): string | null => {
  const bare = inUkrainian(said(claims, 'drfocode').toUpperCase().replace(/\s/g, ''));
  return TAXPAYER.test(bare) ? bare : null;
};
const DEMOGRAPHIC = /^((?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))-?(\d{5})$/;
const unzrIn = (claims: EidClaims): string | null => {
  const [, birth, place] = DEMOGRAPHIC.exec(said(claims, 'unzr').replace(/\s/g, '')) ?? [];
  return birth && place ? `${birth}-${place}` : null;
};
/** A number that nobody checked could be another's, whose signature would then give way: one such is passed over. */
const phoneIn = (claims: EidClaims): string | null => {
  const standard = claims.phone_number_verified === true ? said(claims, 'phone_number') : '';
  const { kind, e164 } = readPhone(said(claims, 'phone') || standard);
  return kind === 'mobile' ? e164 : null;
};

/** Who the claims name; what has another shape than it should is passed over. Null without a name, or without any number to know them by. */
export function eidPersonIn(claims: EidClaims): EidPerson | null {
  const [lastName, firstName] = [nameIn(claims, NAMES.lastName), nameIn(claims, NAMES.firstName)];
  const [rnokpp, unzr] = [rnokppIn(claims), unzrIn(claims)];
  if (!lastName || !firstName || !(rnokpp || unzr)) return null;
  return { lastName, firstName, patronymic: nameIn(claims, NAMES.patronymic), rnokpp, unzr, phone: phoneIn(claims) };
}
