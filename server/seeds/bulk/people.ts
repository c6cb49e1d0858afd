import { MEN, SURNAMES, WOMEN } from './people/names.ts';
import type { Draw } from './random.ts';

/** Somebody who could live here and does not. */
export interface InventedPerson {
  isWoman: boolean;
  lastName: string;
  firstName: string;
  /** Absent for the few that have none. */
  patronymic?: string;
}

/** Common names stand first in their lists and come up more often. */
const common = <T>(draw: Draw, list: readonly T[]): T => {
  const found = list[Math.floor(draw.unit() ** 1.7 * list.length)];
  if (found === undefined) throw new Error('an empty list of names');
  return found;
};

/** Invents somebody: surname, name and patronymic agree with each other. Women write and call more often than men do. */
export function aPerson(draw: Draw): InventedPerson {
  const isWoman = draw.chance(0.62);
  const [man, woman] = common(draw, SURNAMES);
  const father = common(draw, MEN);
  const [name] = common(draw, MEN);
  const [, son, daughter] = father;
  const who = { isWoman, lastName: isWoman ? woman : man, firstName: isWoman ? common(draw, WOMEN) : name };
  return draw.chance(0.985) ? { patronymic: isWoman ? daughter : son, ...who } : who;
}

/** Codes of mobile operators; numbers that begin with 000 after them are given to nobody. */
const CODES = ['39', '50', '63', '66', '67', '68', '73', '91', '92', '93', '94', '95', '96', '97', '98', '99'] as const;
/** A mobile number that is nobody’s, E.164. */
export const aMobile = (draw: Draw): string =>
  `+380${draw.pick(CODES)}000${String(draw.below(10_000)).padStart(4, '0')}`;
/** A number of the city’s own network that is nobody’s. */
export const aLandline = (draw: Draw): string => {
  const four = String(draw.below(10_000)).padStart(4, '0');
  return `(048) 700-${four.slice(0, 2)}-${four.slice(2)}`;
};

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts'.matchAll(
      /(\S) (\S+)/g,
    ),
    ...'ч ch ш sh щ shch ю iu я ia'.matchAll(/(\S) (\S+)/g),
  ].map(([, from = '', to = '']) => [from, to]),
);
/** A name in Latin letters (CMU 55 of 27.01.2010), without the finer points of a word’s first letter. */
const inLatin = (name: string): string => [...name.toLowerCase()].map((letter) => LATIN[letter] ?? '').join('');
/** Domains that are nobody’s (RFC 2606). */
const DOMAINS = ['example.com', 'example.org', 'example.net'] as const;
/** An e-mail address that leads nowhere. */
export const anEmail = (draw: Draw, { lastName, firstName }: InventedPerson): string =>
  `${inLatin(firstName)}.${inLatin(lastName)}${draw.between(1, 999)}@${draw.pick(DOMAINS)}`;
