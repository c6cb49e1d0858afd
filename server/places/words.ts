import { type Run, runOf } from './edit-distance.ts';
import { foldCyrillic, foldLatin } from './spelling.ts';
import { STREET_WORDS } from './street-words.ts';

/** One word of a name or of a query, folded. */
export interface Word extends Run {
  /** The kind of street that it stands for, as the Ukrainian word; null for a word of the name proper. */
  kind: string | null;
  /** The digits of a number, without the ending of an ordinal. */
  number: string | null;
}
/** A name or a query as it is compared. */
export interface Phrase {
  words: readonly Word[];
  /** All its letters and digits in a row: spaces and hyphens hide nothing. */
  whole: Run;
  /** The same with abbreviated street words written out. */
  written: Run;
  /** The same of the name proper alone. */
  proper: Run;
  /** Its digits alone: a number is not mistyped as another. */
  digits: string;
}

/** How many letters of a word may be wrong. */
export const mistakesIn = ({ text, number }: Word): number =>
  number !== null || text.length < 5 ? 0 : text.length < 8 ? 1 : 2;

/** Abbreviations with a hyphen of their own, numbers with or without the ending of an ordinal, and all other words. */
const WORDS = /(?<!\p{L})(?:пр-к?т|б-р|р-н)(?!\p{L})|\d+(?:-?\p{L}{1,3}(?!\p{L}))?|\p{L}+/gu;
const FOLDS = { cyrillic: foldCyrillic, latin: foldLatin };
/** In which letters something is compared. */
export type Script = keyof typeof FOLDS;

const kindsIn = (script: Script) => new Map(STREET_WORDS.map(([form, word]) => [FOLDS[script](form), word]));
const KIND_OF = { cyrillic: kindsIn('cyrillic'), latin: kindsIn('latin') };
/** The kind of street that the first street word of a name stands for. */
export const kindOf = (name: string): string | null =>
  phraseOf(name, 'cyrillic').words.find(({ kind }) => kind !== null)?.kind ?? null;

const rowOf = (words: readonly string[]): Run => runOf(words.join('').replace(/-/g, ''));

/** The words of a name or a query. Street words are known in any place, abbreviated or not. */
export const wordsOf = (text: string, script: Script): Word[] =>
  (FOLDS[script](text).match(WORDS) ?? []).map((word) => {
    const [number = null] = /^\d+/.exec(word) ?? [];
    return { ...runOf(word), kind: KIND_OF[script].get(word) ?? null, number };
  });
/** Takes a name or a query apart. */
export function phraseOf(text: string, script: Script): Phrase {
  const words = wordsOf(text, script);
  return {
    words,
    whole: rowOf(words.map((word) => word.text)),
    written: rowOf(words.map((word) => word.kind ?? word.text)),
    proper: rowOf(words.flatMap((word) => (word.kind === null ? [word.text] : []))),
    digits: words.flatMap(({ number }) => number ?? []).join(' '),
  };
}
/** A name from its first, second… word on, without spaces: whatever can be the beginning of a query that has none. */
export const tailsOf = ({ words }: Phrase): string[] =>
  words.map((_, i) => rowOf(words.slice(i).map(({ text }) => text)).text);
/** The script in which a query is compared: Latin where it has no Cyrillic letter at all. */
export const scriptOf = (text: string): Script =>
  /\p{Script=Latin}/u.test(text) && !/\p{Script=Cyrillic}/u.test(text) ? 'latin' : 'cyrillic';
