import { editsWithinPrefix, lacks, type Run, runOf } from './edit-distance.ts';
import { grouped } from './grouped.ts';
import { mistakesIn, type Phrase, tailsOf, type Word } from './words.ts';

/** Names of one script, kept so that those worth comparing with a query are found without going through all. */
export interface NameList<Name extends Phrase> {
  /** The tails of all names, in the order of their letters. */
  tails: readonly { text: string; name: Name }[];
  /** Every row of letters by which a name can be met as a whole, by its length. */
  rows: ReadonlyMap<number, readonly { row: Run; name: Name }[]>;
  /** Each word once, with the names that have it. */
  words: readonly { word: Run; names: readonly Name[] }[];
  /** The names of each kind of street. */
  kinds: ReadonlyMap<string, readonly Name[]>;
}

const byText = (a: { text: string }, b: { text: string }): number => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

/** Makes the list of these names. */
export function nameList<Name extends Phrase>(names: readonly Name[]): NameList<Name> {
  const rows = names.flatMap((name) => [name.whole, name.written, name.proper].map((row) => ({ row, name })));
  return {
    tails: names.flatMap((name) => tailsOf(name).map((text) => ({ text, name }))).sort(byText),
    rows: grouped(rows, ({ row }) => [row.text.length]),
    words: [...grouped(names, ({ words }) => words.map(({ text }) => text))].map(([text, having]) => ({
      word: runOf(text),
      names: having,
    })),
    kinds: grouped(names, ({ words }) => words.flatMap(({ kind }) => kind ?? [])),
  };
}

function* namesFrom<Name extends Phrase>({ tails }: NameList<Name>, start: string): Generator<Name> {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tails[middle]?.text ?? '') < start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; tails[i]?.text.startsWith(start); i += 1) yield (tails[i] as { name: Name }).name;
}
function* namesNear<Name extends Phrase>({ rows }: NameList<Name>, query: Phrase, max: number): Generator<Name> {
  for (const row of [query.whole, query.written, query.proper])
    for (let length = row.text.length - max; length <= row.text.length + max; length += 1)
      for (const { row: other, name } of rows.get(length) ?? [])
        if (!lacks(row, other, max) && !lacks(other, row, max)) yield name;
}
/** The word that tells most: the longest of the name proper. */
const tellingWord = ({ words }: Phrase): Word | undefined =>
  words.filter(({ kind }) => kind === null).sort((a, b) => b.text.length - a.text.length)[0];

/** All names that can hold the query's words or their beginnings, or can be one edit away from it. */
export function likelyNames<Name extends Phrase>(list: NameList<Name>, query: Phrase): Set<Name> {
  const telling = tellingWord(query);
  if (!telling)
    return new Set(
      query.words.flatMap(({ text, kind }) => [...(list.kinds.get(kind ?? '') ?? []), ...namesFrom(list, text)]),
    );
  const begun = telling.number ?? telling.text;
  return new Set([...namesFrom(list, begun), ...namesFrom(list, query.whole.text), ...namesNear(list, query, 1)]);
}
/** All names that can have the query's words with letters wrong in them, or can be two edits away from it. */
export function possibleNames<Name extends Phrase>(list: NameList<Name>, query: Phrase): Set<Name> {
  const telling = tellingWord(query);
  if (!telling) return new Set();
  const max = mistakesIn(telling);
  const having = list.words.filter(({ word }) => editsWithinPrefix(telling, word, max) <= max);
  return new Set([...having.flatMap(({ names }) => names), ...namesNear(list, query, 2)]);
}
