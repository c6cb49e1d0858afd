import { anyCategoryOf } from '#server/catalogue/index.ts';
import { eachElement } from '#server/platform/bson/field-walk.ts';
import { eachStep, type PublicRow } from '#server/register/index.ts';
import type { ByteWriter } from './byte-writer.ts';

/** The columns of the CSV file, in order; those of words are always quoted, and what is not known is `null`, as the recommendations to CMU 835 ask. */
export const CSV_COLUMNS = [
  'id',
  'number',
  'status',
  'isOverdue',
  'receivedAt',
  'dueOn',
  'answeredOn',
  'categoryCode',
  'category',
  'department',
  'districtCode',
  'address',
  'lng',
  'lat',
  'text',
  'answer',
  'photoIds',
  'applicants',
  'steps',
] as const;
/** The formats of open data: their media types, and what stands before, between and after the rows. */
export const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', head: `${CSV_COLUMNS.join(',')}\r\n`, between: '', foot: '' },
  ndjson: { type: 'application/x-ndjson', head: '', between: '', foot: '' },
  geojson: {
    type: 'application/geo+json',
    head: '{"type":"FeatureCollection","features":[\n',
    between: ',\n', // written before each row, and left out before the first
    foot: '\n]}\n',
  },
} as const;
export type Format = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];
const ID_BYTES = 12;

/** Words of our own, such as names of the catalogue, as bytes: few are ever met. */
const encoded = new Map<string, Buffer>();
function bytesOf(words: string): Buffer {
  const known = encoded.get(words);
  if (known) return known;
  const bytes = Buffer.from(words);
  if (encoded.size > 10_000) encoded.clear();
  encoded.set(words, bytes);
  return bytes;
}
const endOf = (bytes: Buffer, at: number): number => at + 3 + bytes.readInt32LE(at);
const jsonAt = (out: ByteWriter, { bytes }: PublicRow, at: number): void =>
  at < 0 ? out.ascii('null') : out.json(bytes, at + 4, endOf(bytes, at));
const cellAt = (out: ByteWriter, { bytes }: PublicRow, at: number): void =>
  at < 0 ? out.ascii('null') : out.cell(bytes, at + 4, endOf(bytes, at));
const plainAt = (out: ByteWriter, { bytes }: PublicRow, at: number): void =>
  at < 0 ? out.ascii('null') : out.copy(bytes, at + 4, endOf(bytes, at));
function jsonWords(out: ByteWriter, words: string | null): void {
  const bytes = words === null ? null : bytesOf(words);
  if (bytes) out.json(bytes, 0, bytes.length);
  else out.ascii('null');
}
function cellWords(out: ByteWriter, words: string | null): void {
  const bytes = words === null ? null : bytesOf(words);
  if (bytes) out.cell(bytes, 0, bytes.length);
  else out.ascii('null');
}
function photos(out: ByteWriter, { bytes, photoIdsAt }: PublicRow, [before, between]: readonly [string, string]): void {
  if (photoIdsAt < 0) return;
  let isFirst = true;
  eachElement(bytes, photoIdsAt, (_type, at) => {
    if (!isFirst) out.ascii(between);
    isFirst = false;
    out.ascii(before);
    out.hex(bytes, at, ID_BYTES);
    out.ascii(before);
  });
}
function id(out: ByteWriter, { bytes, idAt }: PublicRow): void {
  out.ascii('"');
  out.hex(bytes, idAt, ID_BYTES);
  out.ascii('"');
}
function point(out: ByteWriter, { lngLat }: PublicRow): void {
  out.ascii(lngLat ? `{"type":"Point","coordinates":[${lngLat[0]},${lngLat[1]}]}` : 'null');
}

function words(out: ByteWriter, row: PublicRow): void {
  out.ascii('"districtCode":');
  jsonWords(out, row.districtCode);
  out.ascii(',"address":');
  jsonAt(out, row, row.addressAt);
  out.ascii(',"text":');
  jsonAt(out, row, row.textAt);
  out.ascii(',"answer":');
  jsonAt(out, row, row.answerAt);
  out.ascii(',"photoIds":[');
  photos(out, row, ['"', ',']);
  out.ascii(']');
}
/** What the publication itself says: a row of which this has changed is no longer to be found in an older file. */
export function writeSaid(out: ByteWriter, row: PublicRow): void {
  point(out, row);
  words(out, row);
}
/** All fields of a public case but its id and point, as the inside of a JSON object. */
export function writeRest(out: ByteWriter, row: PublicRow): void {
  out.ascii('"number":');
  jsonAt(out, row, row.numberAt);
  out.ascii(`,"status":"${row.status}","isOverdue":${row.isOverdue},"receivedAt":"`);
  out.instant(row.receivedAt);
  out.ascii('","dueOn":');
  jsonAt(out, row, row.dueOnAt);
  out.ascii(',"answeredOn":');
  jsonAt(out, row, row.answeredOnAt);
  out.ascii(`,"categoryCode":"${row.categoryCode}","department":`);
  jsonWords(out, row.department);
  out.ascii(`,"applicants":${row.applicants},"steps":[`);
  let between = '';
  eachStep(row, (status, at) => {
    out.ascii(`${between}{"status":"${status}","at":"`);
    out.instant(at);
    out.ascii('"}');
    between = ',';
  });
  out.ascii('],');
  words(out, row);
}
/** One line of NDJSON: a public case as the API tells it. `rest` is what `writeRest` wrote. */
export function writeNdjson(out: ByteWriter, row: PublicRow, rest: Buffer): void {
  out.ascii('{"id":');
  id(out, row);
  out.ascii(',"point":');
  point(out, row);
  out.ascii(',');
  out.copy(rest, 0, rest.length);
  out.ascii('}\n');
}
/** One feature of GeoJSON (RFC 7946), with what stands before it; without a point its geometry is null. */
export function writeGeojson(out: ByteWriter, row: PublicRow, rest: Buffer): void {
  out.ascii(`${FORMATS.geojson.between}{"type":"Feature","id":`);
  id(out, row);
  out.ascii(',"geometry":');
  point(out, row);
  out.ascii(',"properties":{');
  out.copy(rest, 0, rest.length);
  out.ascii('}}');
}
/** One line of CSV. */
export function writeCsvRow(out: ByteWriter, row: PublicRow): void {
  out.hex(row.bytes, row.idAt, ID_BYTES);
  out.ascii(',');
  plainAt(out, row, row.numberAt);
  out.ascii(`,${row.status},${row.isOverdue},`);
  out.instant(row.receivedAt);
  out.ascii(',');
  plainAt(out, row, row.dueOnAt);
  out.ascii(',');
  plainAt(out, row, row.answeredOnAt);
  out.ascii(`,${row.categoryCode},`);
  cellWords(out, anyCategoryOf(row.categoryCode)?.uk ?? null);
  out.ascii(',');
  cellWords(out, row.department);
  out.ascii(`,${row.districtCode},`);
  cellAt(out, row, row.addressAt);
  out.ascii(row.lngLat ? `,${row.lngLat[0]},${row.lngLat[1]},` : ',null,null,');
  cellAt(out, row, row.textAt);
  out.ascii(',');
  cellAt(out, row, row.answerAt);
  out.ascii(',');
  photos(out, row, ['', ' ']);
  out.ascii(`,${row.applicants},`);
  let between = '';
  eachStep(row, (status, at) => {
    out.ascii(`${between}${status}=`);
    out.instant(at);
    between = ';';
  });
  out.ascii('\r\n');
}
