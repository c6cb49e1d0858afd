import { createHash } from 'node:crypto';
import { loadHiddenDistricts } from '#server/moderation/index.ts';
import { legalDateOf, now } from '#server/platform/clock.ts';
import { publicRowReader, rawPublicCases } from '#server/register/index.ts';
import { checksumOf, deflated } from '../deflated.ts';
import { RowBlock } from '../row-block.ts';
import { FORMAT_NAMES, FORMATS, type Format } from '../row-formats.ts';
import { RowIndexWriter } from '../row-index.ts';
import { type Block, keepBlock, newSnapshotId, publishSnapshot, type Snapshot } from '../snapshot.model.ts';

/** Rows of one block: about a megabyte, so that few of them are in memory at once and a withdrawn row costs little. */
const BLOCK_ROWS = 1_000;
/** Ids of what was committed a moment ago may be some seconds older: a transaction lives a minute at the most. */
const LATEST_COMMIT_S = 60;

const byFormat = <A>(each: (format: Format) => A): Record<Format, A> =>
  Object.fromEntries(FORMAT_NAMES.map((format) => [format, each(format)])) as Record<Format, A>;

/** Numbers what is met for the first time. */
function numbering(kinds: Snapshot['kinds']): (categoryCode: string, districtCode: string | null) => number {
  const known = new Map<string, number>();
  return (categoryCode, districtCode) => {
    const key = `${categoryCode} ${districtCode}`;
    const kind = known.get(key) ?? kinds.push([categoryCode, districtCode]) - 1;
    known.set(key, kind);
    return kind;
  };
}
/** Digests the files as they are written; what stands between rows is left out before the first of all. */
function digesting() {
  const digests = byFormat((format) => ({
    hash: createHash('sha256').update(FORMATS[format].head),
    bytes: FORMATS[format].head.length,
  }));
  let isFirst = true;
  return {
    add(format: Format, bytes: Buffer): void {
      const digest = digests[format];
      const own = isFirst ? bytes.subarray(FORMATS[format].between.length) : bytes;
      digest.hash.update(own);
      digest.bytes += own.length;
    },
    begun: () => {
      isFirst = false;
    },
    files: (): Snapshot['files'] =>
      byFormat((format) => ({
        bytes: digests[format].bytes + FORMATS[format].foot.length,
        sha256: digests[format].hash.update(FORMATS[format].foot).digest('hex'),
      })),
  };
}

/**
 * Writes all that everybody may see now into a new snapshot, block by block in flat memory, and publishes it at the end: one
 * that is broken off is seen by nobody. The calendar, the catalogue and the keys of regimes must be loaded.
 */
export async function makeSnapshot(): Promise<Snapshot> {
  await loadHiddenDistricts();
  const at = now();
  const sinceS = Math.floor(Date.now() / 1_000) - LATEST_COMMIT_S;
  const _id = newSnapshotId();
  const kinds: Snapshot['kinds'] = [];
  const kindOf = numbering(kinds);
  const digests = digesting();
  const blocks: Block[] = [];
  const rows = new RowBlock();
  const read = publicRowReader();
  let keeping: Promise<void> = Promise.resolve();

  for await (const { bytes, starts } of rawPublicCases(BLOCK_ROWS)) {
    rows.clear();
    const index = new RowIndexWriter(starts.length);
    let firstId = '';
    for (const start of starts) {
      const row = read(bytes, start);
      if (!row) continue;
      firstId ||= bytes.toString('hex', row.idAt, row.idAt + 12);
      index.add(bytes, row.idAt, { kind: kindOf(row.categoryCode, row.districtCode), ...rows.add(row) });
    }
    if (index.count === 0) continue;
    const written = byFormat((format) => Buffer.from(rows.out[format].since(0)));
    for (const format of FORMAT_NAMES) digests.add(format, written[format]);
    digests.begun();
    const stretches = byFormat((format) => ({ length: written[format].length, sum: checksumOf(written[format]) }));
    const nth = blocks.push({ firstId, rows: index.count, stretches }) - 1;
    await keeping; // one block is deflated and kept while the next is written
    keeping = keepDeflated(_id, nth, index.done(), written);
    keeping.catch(() => undefined); // thrown where it is awaited
  }
  await keeping;
  const count = blocks.reduce((sum, block) => sum + block.rows, 0);
  const snapshot = {
    _id,
    night: legalDateOf(at),
    madeAt: at,
    sinceS,
    rows: count,
    kinds,
    files: digests.files(),
    blocks,
  };
  await publishSnapshot(snapshot);
  return snapshot;
}
async function keepDeflated(
  snapshot: Snapshot['_id'],
  nth: number,
  index: Buffer,
  written: Readonly<Record<Format, Buffer>>,
): Promise<void> {
  const [csv, ndjson, geojson] = await Promise.all(FORMAT_NAMES.map((format) => deflated(written[format])));
  if (csv && ndjson && geojson) await keepBlock(snapshot, nth, { index, csv, ndjson, geojson });
}
