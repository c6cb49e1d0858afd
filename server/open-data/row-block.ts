import type { PublicRow } from '#server/register/index.ts';
import { ByteWriter } from './byte-writer.ts';
import { checksumOf } from './deflated.ts';
import type { Format } from './row-formats.ts';
import { writeCsvRow, writeGeojson, writeNdjson, writeRest, writeSaid } from './row-formats.ts';

/** Rows of some cases in every format, and the checksums by which a row is compared with itself later. */
export class RowBlock {
  readonly out: Readonly<Record<Format, ByteWriter>> = {
    csv: new ByteWriter(),
    ndjson: new ByteWriter(),
    geojson: new ByteWriter(),
  };
  readonly #scratch = new ByteWriter();

  /** Writes one row after those before it. */
  add(row: PublicRow): { row: number; said: number; lengths: Record<Format, number> } {
    const { csv, ndjson, geojson } = this.out;
    const [c, n, g] = [csv.length, ndjson.length, geojson.length];
    const scratch = this.#scratch;
    scratch.clear();
    writeRest(scratch, row);
    const rest = scratch.since(0);
    writeCsvRow(csv, row);
    writeNdjson(ndjson, row, rest);
    writeGeojson(geojson, row, rest);
    scratch.clear();
    writeSaid(scratch, row);
    return {
      row: checksumOf(ndjson.since(n)),
      said: checksumOf(scratch.since(0)),
      lengths: { csv: csv.length - c, ndjson: ndjson.length - n, geojson: geojson.length - g },
    };
  }
  clear(): void {
    for (const out of Object.values(this.out)) out.clear();
  }
}
