import { createHash } from 'node:crypto';
import { casesChangedSince, isPublic, publicRowReader, rawCasesById } from '#server/register/index.ts';
import { ByteWriter } from './byte-writer.ts';
import { checksumOf } from './deflated.ts';
import { writeSaid } from './row-formats.ts';
import type { RowIndex } from './row-index.ts';
import { rowIndexOf, type Snapshot } from './snapshot.model.ts';

/** Ids tell the second of their making by the machines' own clocks, and a transaction takes its time: so many seconds are read once more. */
const OVERLAP_S = 20;
/** Cases that are read at a time. */
const LOT = 500;
const EPOCH = new Date(0);

/** Where a case stands in a snapshot. */
interface RowPlace {
  block: number;
  row: number;
  index: RowIndex;
}
/** The block that a case would lie in, by the first ids of all. */
function blockFor({ blocks }: Snapshot, id: string): number {
  let [low, high] = [0, blocks.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.firstId ?? '') <= id) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** Finds cases in one snapshot; of ascending ids each block is read once. */
export function rowPlaces(snapshot: Snapshot): (id: string) => Promise<RowPlace | null> {
  let held: { block: number; index: RowIndex | null } = { block: -1, index: null };
  return async (id) => {
    const block = blockFor(snapshot, id);
    if (block < 0) return null;
    if (held.block !== block) held = { block, index: await rowIndexOf(snapshot._id, block) };
    const { index } = held;
    const row = index?.find(id) ?? -1;
    return index && row >= 0 ? { block, row, index } : null;
  };
}

/** Rows that are no longer to be shown, by their block; `mark` is the same as long as they are. */
export interface Withdrawn {
  mark: string;
  count: number;
  rows: ReadonlyMap<number, readonly number[]>;
}
const NONE: Withdrawn = { mark: '0', count: 0, rows: new Map() };

/** What became of the cases of one snapshot since it was made, as the store says whenever it is asked. */
export class SinceSnapshot {
  readonly #snapshot: Snapshot;
  /** Cases that something happened to. */
  readonly #changed = new Set<string>();
  /** Of these, the rows that say what their publication no longer does. */
  readonly #gone = new Map<string, { block: number; row: number }>();
  /** Rows of categories and districts that are hidden, and of which. */
  #hidden: { kinds: string; unseen: ReadonlySet<number>; rows: Map<number, number[]> } = {
    kinds: '',
    unseen: new Set(),
    rows: new Map(),
  };
  #readS: number;
  #withdrawn: Withdrawn = NONE;
  #reading: Promise<unknown> | null = null;
  #next: Promise<Withdrawn> | null = null;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#readS = snapshot.sinceS + OVERLAP_S;
  }
  /** What may not be shown now, with all that was committed before this call. Fails where the store is away. */
  withdrawn(): Promise<Withdrawn> {
    // Who asks while a reading is under way waits for the next, for this one may have begun before the last commit.
    if (this.#next !== null) return this.#next;
    const next: Promise<Withdrawn> = (this.#reading ?? Promise.resolve()).then(
      () => this.#begin(next),
      () => this.#begin(next),
    );
    this.#next = next;
    return next;
  }
  #begin(reading: Promise<Withdrawn>): Promise<Withdrawn> {
    this.#reading = reading;
    this.#next = null;
    return this.#read();
  }
  /** Whether a switch hides the category or the district of a row, as of the last reading: of those nothing is said, not even that they are gone. */
  isHidden({ row, index }: RowPlace): boolean {
    return this.#hidden.unseen.has(index.kindOf(row));
  }
  /** The ids of cases that something happened to since, in order, as of the last reading. */
  changedIds(): string[] {
    return [...this.#changed].sort();
  }
  async #read(): Promise<Withdrawn> {
    const startedS = Math.floor(Date.now() / 1_000);
    const ids = (await casesChangedSince(this.#readS - OVERLAP_S)).sort();
    let isChanged = await this.#readHidden();
    for (let at = 0; at < ids.length; at += LOT)
      isChanged = (await this.#readCases(ids.slice(at, at + LOT))) || isChanged;
    for (const id of ids) this.#changed.add(id);
    this.#readS = startedS;
    if (isChanged) this.#withdrawn = this.#summed();
    return this.#withdrawn;
  }
  async #readCases(ids: readonly string[]): Promise<boolean> {
    const said = new Map<string, number>();
    const read = publicRowReader();
    const out = new ByteWriter();
    for await (const { bytes, starts } of rawCasesById(ids))
      for (const start of starts) {
        const row = read(bytes, start);
        if (!row) continue;
        out.clear();
        writeSaid(out, row);
        said.set(bytes.toString('hex', row.idAt, row.idAt + 12), checksumOf(out.since(0)));
      }
    const placeOf = rowPlaces(this.#snapshot);
    let isChanged = false;
    for (const id of ids) {
      const place = await placeOf(id);
      if (!place) continue;
      const isGone = said.get(id) !== place.index.saidSumOf(place.row);
      if (isGone === this.#gone.has(id)) continue;
      isChanged = true;
      if (isGone) this.#gone.set(id, { block: place.block, row: place.row });
      else this.#gone.delete(id);
    }
    return isChanged;
  }
  /** Finds the rows of what a switch hides: of a district, of the whole city, of a category. */
  async #readHidden(): Promise<boolean> {
    const { kinds: all, blocks, _id } = this.#snapshot;
    const unseen = new Set(
      all.flatMap(([categoryCode, districtCode], kind) =>
        isPublic({ categoryCode, publication: { state: 'public', visibleFrom: EPOCH, districtCode } }) ? [] : [kind],
      ),
    );
    const kinds = [...unseen].join();
    if (kinds === this.#hidden.kinds) return false;
    const rows = new Map<number, number[]>();
    for (let block = 0; unseen.size > 0 && block < blocks.length; block += 1) {
      const index = await rowIndexOf(_id, block);
      const found = Array.from({ length: index?.count ?? 0 }, (_, row) => row).filter((row) =>
        unseen.has(index?.kindOf(row) ?? -1),
      );
      if (found.length > 0) rows.set(block, found);
    }
    this.#hidden = { kinds, unseen, rows };
    return true;
  }
  #summed(): Withdrawn {
    const sets = new Map([...this.#hidden.rows].map(([block, found]) => [block, new Set(found)]));
    for (const { block, row } of this.#gone.values()) {
      const set = sets.get(block) ?? new Set();
      sets.set(block, set.add(row));
    }
    if (sets.size === 0) return NONE;
    const rows = new Map([...sets].sort(([a], [b]) => a - b).map(([n, set]) => [n, [...set].sort((a, b) => a - b)]));
    const digest = createHash('sha256').update(JSON.stringify([...rows]));
    const count = [...rows.values()].reduce((sum, found) => sum + found.length, 0);
    return { mark: digest.digest('base64url').slice(0, 16), count, rows };
  }
}
