import { transaction } from '#server/platform/transaction.ts';
import { DistrictModel, StreetModel, type StreetRow } from '../places.model.ts';
import { asRows } from '../same-street.ts';
import { readStreets } from '../streets-file.ts';
import type { ImportTally } from './import-districts.ts';

/**
 * Puts the streets of a JSON file in the place of all that are there; throws ImportRefused, with nothing written, where the file is wrong.
 * A street that was known keeps its id, renamed or not; one that the file no longer has stays for the cases that name it, and is found no more.
 */
export async function importStreets(text: string, attribution: string | null): Promise<ImportTally> {
  const codes = await DistrictModel.distinct('_id');
  const streets = readStreets(text, new Set(codes), attribution);
  return transaction(async ({ session }) => {
    const rows = asRows(streets, await StreetModel.find().session(session).lean<StreetRow[]>());
    const { upsertedCount, modifiedCount } = await StreetModel.bulkWrite(
      rows.map(({ _id, ...rest }) => ({ updateOne: { filter: { _id }, update: { $set: rest }, upsert: true } })),
      { session },
    );
    const others = { _id: { $nin: rows.map(({ _id }) => _id) }, isGone: false };
    const { modifiedCount: gone } = await StreetModel.updateMany(others, { isGone: true }, { session });
    return { inFile: rows.length, added: upsertedCount, changed: modifiedCount, gone };
  });
}
