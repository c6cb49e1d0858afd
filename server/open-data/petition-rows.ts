import { everyPublishedPetition } from '#server/petitions/index.ts';
import type { PublicPetition } from '#shared/contract/petitions.ts';
import { ByteWriter } from './byte-writer.ts';

/** A published petition with where its page is, and the list of its signatures: of an association's petition, on the association's own site. */
type Row = PublicPetition & { url: string; signaturesUrl: string };
type Cell = string | number | null;
/** What each column of the table says; who signed is in the list of each petition alone, where a name goes as soon as it no longer counts. */
const CELLS = {
  id: ({ id }) => id,
  number: ({ number }) => number,
  status: ({ status }) => status,
  title: ({ title }) => title,
  initiator: ({ initiator }) => initiator,
  publishedAt: ({ publishedAt }) => publishedAt,
  endsOn: ({ endsOn }) => endsOn,
  threshold: ({ threshold }) => threshold,
  signatures: ({ count }) => count.signatures,
  signaturesEid: ({ count }) => count.eid,
  signaturesSms: ({ count }) => count.sms,
  reachedAt: ({ reachedAt }) => reachedAt,
  reviewedOn: ({ reviewedOn }) => reviewedOn,
  decision: ({ answer }) => answer?.decision ?? null,
  answeredAt: ({ answer }) => answer?.at ?? null,
  appealNumber: ({ appealNumber }) => appealNumber,
  collectedBy: ({ collectedBy }) => collectedBy?.name ?? null,
  url: ({ url }) => url,
  signaturesUrl: ({ signaturesUrl }) => signaturesUrl,
  essence: ({ essence }) => essence,
  demand: ({ demand }) => demand,
  reasons: ({ answer }) => answer?.reasons ?? null,
} as const satisfies Record<string, (row: Row) => Cell>;
type Column = keyof typeof CELLS;
/** The columns of the table of petitions, in order; words are always quoted, and what is not known is `null`. */
export const PETITION_COLUMNS = Object.keys(CELLS) as Column[];

function writeCell(out: ByteWriter, said: Cell): void {
  const bytes = Buffer.from(String(said));
  if (typeof said === 'string') out.cell(bytes, 0, bytes.length);
  else out.copy(bytes, 0, bytes.length);
}
function writeCsvRow(out: ByteWriter, row: Row): void {
  for (const [i, column] of PETITION_COLUMNS.entries()) {
    if (i > 0) out.ascii(',');
    writeCell(out, CELLS[column](row));
  }
  out.ascii('\r\n');
}
function writeNdjson(out: ByteWriter, row: Row): void {
  const bytes = Buffer.from(`${JSON.stringify(row)}\n`);
  out.copy(bytes, 0, bytes.length);
}
/** The formats in which petitions are given: their media types, what stands before the rows, and how one is written. */
export const PETITION_FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', head: `${PETITION_COLUMNS.join(',')}\r\n`, write: writeCsvRow },
  ndjson: { type: 'application/x-ndjson', head: '', write: writeNdjson },
} as const;
export type PetitionFormat = keyof typeof PETITION_FORMATS;
export const PETITION_FORMAT_NAMES = Object.keys(PETITION_FORMATS) as PetitionFormat[];

/** So much is written before it is sent, in bytes. */
const PIECE = 64 * 1_024;
/** All published petitions as they stand now, piece by piece. */
export async function* petitionRows(format: PetitionFormat, publicUrl: string): AsyncGenerator<Buffer> {
  const { head, write } = PETITION_FORMATS[format];
  const out = new ByteWriter();
  out.ascii(head);
  for await (const petition of everyPublishedPetition()) {
    const url = `${publicUrl}/petitions/${petition.number}`;
    write(out, { ...petition, url, signaturesUrl: petition.collectedBy?.url ?? `${url}/signatures.ndjson` });
    if (out.length < PIECE) continue;
    yield Buffer.from(out.since(0)); // of its own: the writer goes on over these bytes
    out.clear();
  }
  if (out.length > 0) yield Buffer.from(out.since(0));
}
