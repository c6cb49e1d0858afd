import { reserveNumbers } from '#server/register/case-codes.ts';
import type { Minute } from './almanac.ts';

/** Places that one key of time and place can tell apart. */
const PLACES = 2 ** 25;
/** Sorts places by the second in which something happens to them; two of one second stay in the order of their places. */
export class Timeline {
  readonly #keys: number[] = [];
  /** Notes what happens to a place; throws for more places than can be told apart. */
  add(minute: Minute, place: number): void {
    if (place >= PLACES) throw new RangeError(`${place} places are too many`);
    this.#keys.push(Math.floor(minute * 60) * PLACES + place);
  }
  /** Calls back with each place and the minute in which it stands, earliest first. */
  walk(each: (place: number, minute: Minute) => void): void {
    for (const key of Float64Array.from(this.#keys).sort()) each(key % PLACES, Math.floor(key / PLACES) / 60);
  }
}

/** A counter of the register: of one year and, for indexes, one series. */
export interface Counter {
  name: string;
  year: number;
  series: string;
}
/** The counters that a city takes numbers of; known to columns by their place in the list, from 1 on. */
export class Counters {
  readonly list: Counter[] = [];
  readonly #places = new Map<string, number>();
  readonly #taken: number[] = [];

  /** Takes the next number of a counter; answers the counter and how many had been taken before. */
  take({ name, year, series }: Counter): [counter: number, before: number] {
    let place = this.#places.get(name);
    if (place === undefined) {
      place = this.list.push({ name, year, series });
      this.#places.set(name, place);
      this.#taken.push(0);
    }
    const before = this.#taken[place - 1] ?? 0;
    this.#taken[place - 1] = before + 1;
    return [place, before];
  }
  /** Takes all of these numbers from the database, so that no other process gives them out; answers the first of each counter. */
  async reserve(): Promise<number[]> {
    const firsts: number[] = [];
    for (const [i, { name }] of this.list.entries()) firsts.push(await reserveNumbers(name, this.#taken[i] ?? 0));
    return firsts;
  }
}

/** The numbers that places took: the counter of each, 0 where it took none, and the number itself. */
export interface Column {
  counter: Uint16Array;
  value: Uint32Array;
}
/** A column of so many places that took nothing yet. */
export const columnOf = (places: number): Column => ({
  counter: new Uint16Array(places),
  value: new Uint32Array(places),
});
/** Takes a number for a place. */
export function takeFor(place: number, column: Column, counters: Counters, counter: Counter): void {
  const [which, before] = counters.take(counter);
  column.counter[place] = which;
  column.value[place] = before;
}
/** Makes the numbers of a column those that were reserved. */
export function settle({ counter, value }: Column, firsts: readonly number[]): void {
  for (let i = 0; i < value.length; i += 1) value[i] = (value[i] ?? 0) + (firsts[(counter[i] ?? 0) - 1] ?? 0);
}
/** Some places of a column. */
export const part = ({ counter, value }: Column, from: number, to: number): Column => ({
  counter: counter.slice(from, to),
  value: value.slice(from, to),
});
/** The number of a place and its counter; null where it took none. */
export function numberAt(
  column: Column,
  place: number,
  counters: readonly Counter[],
): (Counter & { seq: number }) | null {
  const counter = counters[(column.counter[place] ?? 0) - 1];
  return counter ? { seq: column.value[place] ?? 0, ...counter } : null;
}
