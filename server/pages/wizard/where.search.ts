import { districtOf, findPlaces } from '#server/places/index.ts';
import type { FoundPlace } from '#shared/contract/places.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { TEXTS } from '../texts.ts';

/** So many places are shown at first, and more by each press. */
const PAGE = 8;
/** No query has more answers that anybody would walk through. */
const MOST = 1_000;

/** A street or a district as a choice: its value in the form, its name, and what tells it from others. */
export interface FoundAddress {
  value: string;
  label: string;
  hint: string;
}
/** What was found; `hasMore` where there are others. */
export const findAddresses = (query: string, pages: number): { items: FoundPlace[]; hasMore: boolean } => {
  const { items, next } = findPlaces(query, { limit: PAGE * pages });
  return { items, hasMore: next !== null };
};
/** The house that was typed beside the name of this street; empty where none was. */
export const houseIn = (query: string, streetId: string): string =>
  findPlaces(query, { limit: MOST }).items.find(({ id }) => id === streetId)?.house ?? '';

/** A found place in words: namesakes are told apart by their district, former names are said. */
export function addressInWords(place: FoundPlace, lang: Lang): FoundAddress {
  const { wizardWhere: texts } = TEXTS[lang];
  const { kind, id, name, en, oldNames, foundAs, districts, house } = place;
  const shown = lang === 'en' && en ? en : name;
  const former = foundAs ?? oldNames[0];
  const districtNames = districts.flatMap((code) => districtOf(code)?.[lang] ?? []);
  const hint = [
    kind === 'street' ? districtNames.join(', ') : texts.wholeDistrict,
    former && fill(texts.formerly, { name: former }),
  ];
  return {
    value: `${kind}:${id}`,
    label: house ? `${shown}, ${house}` : shown,
    hint: hint.filter(Boolean).join(' · '),
  };
}
