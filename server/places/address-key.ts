import { foldCyrillic } from './spelling.ts';
import { wordsOf } from './words.ts';

/** Words of an address that are not the street, the house or the flat: many leave them out. */
const NOISE = new Set(
  'україна одеса одесса одеська область обл район р-н місто м город г будинок буд б дом д корпус корп квартира кв кімната кім № no'
    .split(' ')
    .map(foldCyrillic),
);
const POSTAL_CODE = /^6[5-8]\d{3}$/;

/** A name of a person as it is compared, in whatever letters and apostrophes it was written. */
export const nameKey = (name: string): string => foldCyrillic(name).replace(/[^\p{L}]/gu, '');

/**
 * What two ways of writing one home have in common: the words of the street in no order and without its kind, then the numbers in
 * theirs. Empty where nothing is left.
 */
export function addressKey(address: string): string {
  const words = wordsOf(address.replace(/(\d)\s*-?\s*(\p{L})(?!\p{L})/gu, '$1$2'), 'cyrillic').flatMap(
    ({ text, kind }) => (kind !== null || NOISE.has(text) || POSTAL_CODE.test(text) ? [] : text.replaceAll('-', '')),
  );
  const isNumber = (word: string): boolean => /^\d/.test(word);
  const street = words.filter((word) => !isNumber(word)).sort();
  return [...street, ...words.filter(isNumber)].join(' ');
}
