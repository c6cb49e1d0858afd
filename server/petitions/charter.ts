import { today } from '#server/platform/clock.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { DEFAULT_PETITION_CHARTER } from '#shared/domain/legal-defaults.ts';
import type { PetitionCharter } from '#shared/domain/petition.ts';
import { CharterModel, type CharterRow } from './charter.model.ts';

/** What the charter sets, with the version that petitions keep. */
export interface Charter extends PetitionCharter {
  version: number;
}
let held: readonly CharterRow[] = [];

/** The edition that a new database starts with. */
export const charterSeed = (): CharterRow[] => [{ _id: 1, author: 'vidhuk', ...DEFAULT_PETITION_CHARTER }];
/** Takes editions of the charter into memory in the place of those that are there. */
export function useCharters(rows: readonly CharterRow[]): void {
  held = rows.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom) || b._id - a._id);
}
/** Reads the editions of the charter into memory, at start and on a timer. */
export async function loadCharters(): Promise<void> {
  useCharters(await CharterModel.find().lean<CharterRow[]>());
}
/** Every edition in memory, the latest first. */
export const charterRows = (): readonly CharterRow[] => held;
const asCharter = (row: CharterRow | undefined): Charter => {
  if (!row) throw new Error('the charter of petitions is not set: load it at start');
  return { ...row.value, version: row._id };
};
const begunBy = (on: LegalDate): CharterRow | undefined => held.find(({ validFrom }) => validFrom <= on);
/** What the charter set on that day: the latest edition that had begun; null before the first that is known. */
export function charterOn(on: LegalDate): Charter | null {
  const row = begunBy(on);
  return row ? asCharter(row) : null;
}
/** What the charter sets today. */
export const charterNow = (): Charter => asCharter(begunBy(today()));
/** The edition of that version; today's where it is not known. */
export const charterOf = (version: number | null): Charter => {
  const row = held.find(({ _id }) => _id === version);
  return row ? asCharter(row) : charterNow();
};
