import { editsWithin } from './edit-distance.ts';
import { readingsOf } from './house-number.ts';
import { likelyNames, type NameList, possibleNames } from './name-list.ts';
import type { Alias, Named, PlaceIndex } from './place-index.ts';
import { type Fit, fitOf } from './word-fit.ts';
import { type Phrase, phraseOf, scriptOf, tailsOf } from './words.ts';

/** How well a name answers a query, from best to worst. Whoever types a full name with one letter wrong means that name, not one that begins so. */
const TIERS = [
  'the name',
  'the name proper',
  'one letter wrong',
  'one letter of the name proper wrong',
  'the name proper, another kind of street',
  'begins so',
  'has a word that begins so',
  'has a word that begins so, another kind of street',
  'begins so without spaces',
  'two letters wrong',
  'words with letters wrong',
] as const;
type Tier = (typeof TIERS)[number];
const RANK = Object.fromEntries(TIERS.map((tier, rank) => [tier, rank])) as Record<Tier, number>;
/** So many places found without guessing are enough: then no names with more wrong letters are shown. */
const ENOUGH = 10;
/** Longer queries are cut: no street's name comes near. UTF-16 units. */
const LONGEST_QUERY = 120;

/** A place that answers a query. */
export interface Match<Place> {
  place: Place;
  /** Lower is better; places of one score follow the alphabet. */
  score: number;
  /** The former name by which it was found. */
  oldName: string | null;
  /** The house that was typed after or before the name. */
  house: string | null;
}

const editsOf = (query: Phrase, alias: Phrase, max: number): number => {
  const edits = editsWithin(query.whole, alias.whole, max);
  return edits === 0 ? 0 : Math.min(edits, editsWithin(query.written, alias.written, max));
};
const tierOfFit = ({ isWhole, isFirst, isOtherKind }: Fit): Tier => {
  if (isWhole) return isOtherKind ? 'the name proper, another kind of street' : 'the name proper';
  if (isOtherKind) return 'has a word that begins so, another kind of street';
  return isFirst ? 'begins so' : 'has a word that begins so';
};
const better = (one: Tier | null, other: Tier): Tier => (one !== null && RANK[one] <= RANK[other] ? one : other);
/** The tier of a name, without guessing at more than one wrong letter. */
function tierOf(query: Phrase, alias: Phrase): Tier | null {
  const edits = editsOf(query, alias, 1);
  if (edits === 0) return 'the name';
  const fit = fitOf(query.words, alias.words, false);
  const tier = fit && tierOfFit(fit);
  if (edits === 1) return better(tier, 'one letter wrong');
  const isLong = query.proper.text.length >= 4 && query.digits === alias.digits;
  if (isLong && editsWithin(query.proper, alias.proper, 1) === 1)
    return better(tier, 'one letter of the name proper wrong');
  return tier ?? (tailsOf(alias).some((tail) => tail.startsWith(query.whole.text)) ? 'begins so without spaces' : null);
}
/** The tier of a name that only guessing can find. */
function roughTierOf(query: Phrase, alias: Phrase): Tier | null {
  if (query.whole.text.length >= 8 && editsOf(query, alias, 2) <= 2) return 'two letters wrong';
  return fitOf(query.words, alias.words, true) ? 'words with letters wrong' : null;
}

/** Of a tier, the names of today come first, then those with the fewest letters beside what was typed. */
const scoreOf = (tier: Tier, query: Phrase, alias: Alias): number => {
  const beside = Math.abs(alias.whole.text.length - query.whole.text.length);
  return RANK[tier] * 1_000 + (alias.oldName === null ? 0 : 500) + Math.min(beside, 499);
};

/** All places that answer a query, best first; an empty or unreadable one finds nothing. Pure, and the same for the same query. */
export function searchPlaces<Place extends Named>(index: PlaceIndex<Place>, typed: string): Match<Place>[] {
  const query = typed.slice(0, LONGEST_QUERY);
  const script = scriptOf(query);
  const list = index.aliases[script];
  const found = new Map<number, Match<Place>>();
  const readings = readingsOf(query)
    .map(({ name, house }) => ({ phrase: phraseOf(name, script), house }))
    .filter(({ phrase, house }) => (house === null ? phrase.words.length > 0 : phrase.proper.text !== ''));
  const look = (namesFor: (list: NameList<Alias>, query: Phrase) => Set<Alias>, tierFor: typeof tierOf) => {
    for (const { phrase, house } of readings)
      for (const alias of namesFor(list, phrase)) {
        const tier = tierFor(phrase, alias);
        const place = index.places[alias.place];
        if (tier === null || place === undefined) continue;
        const score = scoreOf(tier, phrase, alias);
        if (score < (found.get(alias.place)?.score ?? Number.POSITIVE_INFINITY))
          found.set(alias.place, { place, score, oldName: alias.oldName, house });
      }
  };
  look(likelyNames, tierOf);
  const isNamed = [...found.values()].some(({ score }) => score < RANK['one letter wrong'] * 1_000);
  if (!isNamed && found.size < ENOUGH) look(possibleNames, roughTierOf);
  return [...found].sort(([i, a], [j, b]) => a.score - b.score || i - j).map(([, match]) => match);
}
