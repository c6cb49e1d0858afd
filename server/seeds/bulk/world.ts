import { catalogue, categoryOf } from '#server/catalogue/index.ts';
import { StreetModel, type StreetRow } from '#server/places/index.ts';
import { regimeOf } from '#server/register/regime.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Move } from '#shared/domain/workflow.ts';
import { Almanac } from './almanac.ts';
import { type Officials, officialsOf } from './officials.ts';
import { Places } from './places.ts';
import { Draw } from './random.ts';
import { Rhythm } from './rhythm.ts';
import { topicOf } from './topics/topics.ts';

/** What decides a city: the same of these, and the same catalogue and gazetteer, make the same one. */
export interface Wanted {
  /** A whole number below 2^32. */
  seed: number;
  /** The past ends when this date begins. */
  until: LegalDate;
  /** How far back it reaches. */
  days: number;
  /** The share of cases that are phoned in. */
  byPhone: number;
}
/** A city in which nothing has happened yet: its days, its streets, its offices, and what people there care about. */
export interface World extends Wanted {
  almanac: Almanac;
  rhythm: Rhythm;
  places: Places;
  officials: Officials;
  /** The department of last resort. */
  chiefId: string;
  /** The arrow of a status and a verb, joined by a space. */
  arrows: ReadonlyMap<string, Move>;
}

const isLeaf = (code: string): boolean => categoryOf(code) !== undefined;
/** Departments in the order of their ids, so that the first is the city’s own executive. */
export const departmentIds = (): string[] =>
  catalogue()
    .departments.map(({ id }) => id)
    .sort();

/** Makes the world of a wanted city out of the catalogue and the calendar in memory and the gazetteer in the database. */
export async function worldOf(wanted: Wanted): Promise<World> {
  const { seed, until, days, byPhone } = wanted;
  const streets = await StreetModel.find({ isGone: false }).sort({ _id: 1 }).lean<StreetRow[]>();
  const almanac = new Almanac(until, days);
  const leaves = catalogue().categories.flatMap(({ code }) => (isLeaf(code) ? [code] : []));
  const subjects = leaves.map((categoryCode) => ({ categoryCode, topic: topicOf(categoryCode) }));
  const ids = departmentIds();
  return {
    seed,
    until,
    days,
    byPhone,
    almanac,
    rhythm: new Rhythm(almanac, subjects, new Draw(seed, 0xffff_0000), byPhone),
    places: new Places(seed, streets),
    officials: officialsOf(ids),
    chiefId: ids[0] ?? '',
    arrows: new Map(regimeOf('appeal').workflow.map((move) => [`${move.from} ${move.verb}`, move])),
  };
}
