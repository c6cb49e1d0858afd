import { now } from '#server/platform/clock.ts';
import { casesShownBetween, publicRowReader, rawCasesById } from '#server/register/index.ts';
import type { ServedSnapshot } from './published-files.ts';
import { RowBlock } from './row-block.ts';
import { CSV_COLUMNS, FORMATS } from './row-formats.ts';
import { rowPlaces } from './since-snapshot.ts';

/** The formats of today's changes. */
export const TODAY_FORMATS = ['csv', 'ndjson'] as const;
export type TodayFormat = (typeof TODAY_FORMATS)[number];
/** What became of a case since the snapshot: shown for the first time, changed, or no longer to be shown. */
type Change = 'added' | 'changed' | 'withdrawn';
/** Cases that are read at a time. */
const LOT = 500;

const UNKNOWN = ',null'.repeat(CSV_COLUMNS.length - 1);
const withdrawnLine = (format: TodayFormat, id: string): string =>
  format === 'csv' ? `withdrawn,${id}${UNKNOWN}\r\n` : `${JSON.stringify({ change: 'withdrawn', id })}\n`;
const line = (format: TodayFormat, change: Change, row: Buffer): string =>
  format === 'csv' ? `${change},${row}` : `{"change":"${change}",${row.subarray(1)}`;

/** The ids of cases that may stand otherwise than in the snapshot. */
async function idsToCompare({ snapshot, since }: ServedSnapshot): Promise<string[]> {
  await since.withdrawn();
  return [...new Set([...since.changedIds(), ...(await casesShownBetween(snapshot.madeAt, now()))])].sort();
}
/** Reads the cases of some ids and says what changed about those that everybody may see, by id. */
async function shownAmong(
  ids: readonly string[],
  format: TodayFormat,
): Promise<Map<string, { sum: number; row: Buffer }>> {
  const found = new Map<string, { sum: number; row: Buffer }>();
  const rows = new RowBlock();
  const read = publicRowReader();
  for await (const { bytes, starts } of rawCasesById(ids))
    for (const start of starts) {
      const row = read(bytes, start);
      if (!row) continue;
      rows.clear();
      const { row: sum } = rows.add(row);
      found.set(bytes.toString('hex', row.idAt, row.idAt + 12), { sum, row: Buffer.from(rows.out[format].since(0)) });
    }
  return found;
}

/** What changed since the snapshot, piece by piece: new and changed rows whole, of withdrawn ones the id alone. */
export async function* todaysChanges(served: ServedSnapshot, format: TodayFormat): AsyncGenerator<Buffer> {
  if (format === 'csv') yield Buffer.from(`change,${FORMATS.csv.head}`);
  const ids = await idsToCompare(served);
  const placeOf = rowPlaces(served.snapshot);
  for (let at = 0; at < ids.length; at += LOT) {
    const lot = ids.slice(at, at + LOT);
    const shown = await shownAmong(lot, format);
    let lines = '';
    for (const id of lot) {
      const place = await placeOf(id);
      const now = shown.get(id);
      if (now && now.sum === place?.index.rowSumOf(place.row)) continue;
      if (now) lines += line(format, place ? 'changed' : 'added', now.row);
      else if (place && !served.since.isHidden(place)) lines += withdrawnLine(format, id);
    }
    if (lines) yield Buffer.from(lines);
  }
}
