import { transaction } from '#server/platform/transaction.ts';
import { readDistricts } from '../districts-file.ts';
import { DistrictModel } from '../places.model.ts';

/** What an import did, in rows. */
export interface ImportTally {
  inFile: number;
  added: number;
  changed: number;
  /** Rows that the file no longer has. */
  gone: number;
}

/** Puts the districts of a GeoJSON file in the place of all that are there; throws ImportRefused, with nothing written, where the file is wrong. */
export async function importDistricts(text: string, attribution: string | null): Promise<ImportTally> {
  const rows = readDistricts(text, attribution);
  return transaction(async ({ session }) => {
    const { upsertedCount, modifiedCount } = await DistrictModel.bulkWrite(
      rows.map(({ _id, ...rest }) => ({ updateOne: { filter: { _id }, update: { $set: rest }, upsert: true } })),
      { session },
    );
    const { deletedCount } = await DistrictModel.deleteMany({ _id: { $nin: rows.map(({ _id }) => _id) } }, { session });
    return { inFile: rows.length, added: upsertedCount, changed: modifiedCount, gone: deletedCount };
  });
}
