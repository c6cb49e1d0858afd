import { type NameList, nameList } from './name-list.ts';
import { inLatin } from './spelling.ts';
import { type Phrase, phraseOf, type Script, scriptOf } from './words.ts';

/** A street or a district as it is looked for. */
export interface Named {
  /** A street's id, a district's code. */
  id: string;
  name: string;
  ru: string | null;
  en: string | null;
  oldNames: readonly string[];
}
/** One of the names of a place, ready to be compared. */
export interface Alias extends Phrase {
  /** Where its place stands in the index. */
  place: number;
  /** The former name that it is, as written; null for the name of today in any tongue. */
  oldName: string | null;
}
/** Places in the order of the Ukrainian alphabet, and all their names by script. */
export interface PlaceIndex<Place extends Named> {
  places: readonly Place[];
  aliases: Readonly<Record<Script, NameList<Alias>>>;
}

const ALPHABET = new Intl.Collator('uk', { numeric: true });

type Spelling = readonly [text: string, script: Script, oldName: string | null];
/** Every way to write the names of a place: in both scripts, of today and former. */
function* spellings({ name, ru, en, oldNames }: Named): Generator<Spelling> {
  yield [name, 'cyrillic', null];
  yield [inLatin(name, 'uk'), 'latin', null];
  if (en) yield [en, 'latin', null];
  if (ru) yield [ru, 'cyrillic', null];
  if (ru) yield [inLatin(ru, 'ru'), 'latin', null];
  for (const oldName of oldNames) {
    yield [oldName, scriptOf(oldName), oldName];
    yield [inLatin(oldName, 'uk'), 'latin', oldName];
  }
}
function aliasesOf(named: Named, place: number): (Alias & { script: Script })[] {
  const known = new Set<string>();
  return [...spellings(named)].flatMap(([text, script, oldName]) => {
    const phrase = phraseOf(text, script);
    if (phrase.whole.text === '' || known.has(phrase.whole.text)) return [];
    known.add(phrase.whole.text);
    return [{ ...phrase, script, place, oldName }];
  });
}

/** Makes the index of these places. */
export function placeIndex<Place extends Named>(unordered: readonly Place[]): PlaceIndex<Place> {
  const places = [...unordered].sort((a, b) => ALPHABET.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const aliases = places.flatMap(aliasesOf);
  const of = (script: Script) => nameList<Alias>(aliases.filter((alias) => alias.script === script));
  return { places, aliases: { cyrillic: of('cyrillic'), latin: of('latin') } };
}
