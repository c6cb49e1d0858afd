import { checksumOf, checksumOfBoth, deflated, GZIP_HEAD, gzipFoot, inflated } from './deflated.ts';
import { FORMATS, type Format } from './row-formats.ts';
import type { Withdrawn } from './since-snapshot.ts';
import { pieceOf, rowIndexOf, type Snapshot, type Stretch } from './snapshot.model.ts';

/** From a byte of a stretch up to another, without it. */
type Hole = readonly [from: number, to: number];
interface FileBlock extends Stretch {
  nth: number;
  holes: readonly Hole[];
  /** What is left of it without the holes, in bytes. */
  left: number;
}
/** A file of a snapshot as everybody may have it now: withdrawn rows are cut out of it. */
export interface SnapshotFile {
  format: Format;
  /** For an entity tag: another one means other bytes. */
  tag: string;
  bytes: number;
  snapshot: Snapshot;
  blocks: readonly FileBlock[];
}

async function holesOf(snapshot: Snapshot, format: Format, nth: number, rows: readonly number[]): Promise<Hole[]> {
  const index = await rowIndexOf(snapshot._id, nth);
  if (!index) throw new Error('a snapshot was dropped while it was being read');
  const wanted = new Set(rows);
  const holes: [number, number][] = [];
  for (let row = 0, at = 0; row < index.count; row += 1) {
    const end = at + index.lengthOf(row, format);
    const last = holes.at(-1);
    if (wanted.has(row) && last?.[1] === at) last[1] = end;
    else if (wanted.has(row)) holes.push([at, end]);
    at = end;
  }
  return holes;
}
/** Of what is left, the first row loses what stands between it and the row before. */
function withoutFirstBetween(holes: readonly Hole[], between: number): readonly Hole[] {
  const [first] = holes;
  if (between === 0) return holes;
  return first?.[0] === 0 ? [[0, first[1] + between], ...holes.slice(1)] : [[0, between], ...holes];
}

/** Lays out a file without what was withdrawn: of any number of rows, in time that grows with the withdrawn ones. */
export async function snapshotFile(snapshot: Snapshot, format: Format, withdrawn: Withdrawn): Promise<SnapshotFile> {
  const { head, between, foot } = FORMATS[format];
  const blocks: FileBlock[] = [];
  let bytes = head.length + foot.length;
  for (const [nth, { stretches, rows: count }] of snapshot.blocks.entries()) {
    const stretch = stretches[format];
    const rows = withdrawn.rows.get(nth) ?? [];
    if (rows.length === count) continue;
    let holes: readonly Hole[] = rows.length > 0 ? await holesOf(snapshot, format, nth, rows) : [];
    if (blocks.length === 0) holes = withoutFirstBetween(holes, between.length);
    const left = holes.reduce((sum, [from, to]) => sum - (to - from), stretch.length);
    bytes += left;
    blocks.push({ nth, ...stretch, holes, left });
  }
  return { format, tag: `${snapshot._id}-${format}-${withdrawn.mark}`, bytes, snapshot, blocks };
}

async function segmentOf({ snapshot, format }: SnapshotFile, { nth }: FileBlock): Promise<Buffer> {
  const segment = await pieceOf(snapshot._id, format, nth);
  if (!segment) throw new Error('a snapshot was dropped while it was being sent');
  return segment;
}
async function plain(segment: Buffer, { length, holes }: FileBlock): Promise<Buffer> {
  const whole = await inflated(segment, length);
  if (holes.length === 0) return whole;
  const ends = [...holes.map(([from]) => from), length];
  const begins = [0, ...holes.map(([, to]) => to)];
  return Buffer.concat(begins.map((begin, n) => whole.subarray(begin, ends[n])));
}
/** Hands over one after another what is fetched one ahead. */
async function* oneAhead<A>(fetches: readonly (() => Promise<A>)[]): AsyncGenerator<A> {
  const begin = (n: number): Promise<A> | undefined => {
    const coming = fetches[n]?.();
    coming?.catch(() => undefined); // thrown where it is awaited, unless whoever reads stops before
    return coming;
  };
  let coming = begin(0);
  for (let n = 0; n < fetches.length; n += 1) {
    const fetched = coming;
    coming = begin(n + 1);
    yield (await fetched) as A;
  }
}

/** The bytes of a file from one place up to another, without it, in pieces of about a megabyte. */
export async function* plainBytes(file: SnapshotFile, from = 0, to = file.bytes): AsyncGenerator<Buffer> {
  const { head, foot } = FORMATS[file.format];
  const pieces: { at: number; length: number; fetch: () => Promise<Buffer> }[] = [];
  let at = 0;
  const add = (length: number, fetch: () => Promise<Buffer>): void => {
    if (length > 0 && at + length > from && at < to) pieces.push({ at, length, fetch });
    at += length;
  };
  add(head.length, async () => Buffer.from(head));
  for (const block of file.blocks) add(block.left, async () => plain(await segmentOf(file, block), block));
  add(foot.length, async () => Buffer.from(foot));
  let nth = 0;
  for await (const bytes of oneAhead(pieces.map(({ fetch }) => fetch))) {
    const start = pieces[nth]?.at ?? 0;
    nth += 1;
    yield bytes.subarray(Math.max(0, from - start), Math.min(bytes.length, to - start));
  }
}

/** The same file as gzip: blocks go out as they are kept, those with holes are made anew. */
export async function* gzipBytes(file: SnapshotFile): AsyncGenerator<Buffer> {
  const { head, foot } = FORMATS[file.format];
  let sum = checksumOf(head);
  yield GZIP_HEAD;
  if (head) yield await deflated(Buffer.from(head));
  const fetches = file.blocks.map((block) => async () => {
    const segment = await segmentOf(file, block);
    if (block.holes.length === 0) return { segment, sum: block.sum, length: block.length };
    const bytes = await plain(segment, block);
    return { segment: await deflated(bytes), sum: checksumOf(bytes), length: bytes.length };
  });
  for await (const { segment, sum: own, length } of oneAhead(fetches)) {
    sum = checksumOfBoth(sum, own, length);
    yield segment;
  }
  if (foot) yield await deflated(Buffer.from(foot));
  yield gzipFoot(checksumOf(foot, sum), file.bytes);
}
