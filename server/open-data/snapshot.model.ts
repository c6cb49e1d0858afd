import { type mongo, Types } from 'mongoose';
import { database } from '#server/platform/database.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Format } from './row-formats.ts';
import { RowIndex } from './row-index.ts';

/** Some thousand bytes of one format: how many they are, and their checksum. */
export interface Stretch {
  length: number;
  sum: number;
}
/** Rows that are kept and fetched together. */
export interface Block {
  /** The id of its first case. */
  firstId: string;
  rows: number;
  stretches: Readonly<Record<Format, Stretch>>;
}
/** All that everybody could see in one moment, in every format. It lies in MongoDB, so that all web processes serve the same bytes wherever it was made. */
export interface Snapshot {
  _id: Types.ObjectId;
  /** The date in whose first hours it was made. */
  night: LegalDate;
  madeAt: Date;
  /** A second by the machines' own clocks: what was committed since may not be in it. */
  sinceS: number;
  rows: number;
  /** Every category and district that a row is of. */
  kinds: (readonly [categoryCode: string, districtCode: string | null])[];
  /** Of the whole files. */
  files: Readonly<Record<Format, { bytes: number; sha256: string }>>;
  blocks: Block[];
}
/** What a block is kept as: its rows' index, and its bytes in each format, deflated. */
type Part = Format | 'index';
interface Piece {
  _id: string;
  bytes: mongo.Binary | Buffer;
}
const snapshots = () => database().collection<Snapshot>('open_data_snapshots');
const pieces = () => database().collection<Piece>('open_data_blocks');
const pieceId = (snapshot: Types.ObjectId, part: Part, nth: number): string =>
  `${snapshot}/${part}/${String(nth).padStart(6, '0')}`;

/** Keeps one block; nobody sees it before the snapshot is published. */
export async function keepBlock(
  snapshot: Types.ObjectId,
  nth: number,
  parts: Readonly<Record<Part, Buffer>>,
): Promise<void> {
  const rows = Object.entries(parts).map(([part, bytes]) => ({ _id: pieceId(snapshot, part as Part, nth), bytes }));
  await pieces().insertMany(rows);
}
/** From now on this is the newest snapshot. */
export const publishSnapshot = async (snapshot: Snapshot): Promise<void> => {
  await snapshots().insertOne(snapshot, { writeConcern: { w: 'majority' } });
};
/** The newest snapshot; null where none was made yet. */
export const newestSnapshot = (): Promise<Snapshot | null> => snapshots().findOne({}, { sort: { _id: -1 } });
/** The id of the newest snapshot, without its blocks. */
export async function newestSnapshotId(): Promise<string | null> {
  const found = await snapshots().findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } });
  return found && String(found._id);
}
/** A piece of a snapshot as it is kept; null where the snapshot was dropped meanwhile. */
export async function pieceOf(snapshot: Types.ObjectId, part: Part, nth: number): Promise<Buffer | null> {
  const found = await pieces().findOne({ _id: pieceId(snapshot, part, nth) }, { promoteBuffers: true });
  return (found?.bytes as Buffer | undefined) ?? null;
}
/** The index of one block; null where the snapshot was dropped meanwhile. */
export async function rowIndexOf(snapshot: Types.ObjectId, nth: number): Promise<RowIndex | null> {
  const bytes = await pieceOf(snapshot, 'index', nth);
  return bytes && new RowIndex(bytes);
}

/** Removes all snapshots but the newest, once it has stood for so long, and what makers that died left behind. Returns how many pieces went. */
export async function dropOldSnapshots(before: Date): Promise<number> {
  const kept = await snapshots()
    .find({}, { projection: { madeAt: 1 } })
    .sort({ _id: -1 })
    .toArray();
  const [newest] = kept;
  const old = newest && newest.madeAt < before ? kept.slice(1) : [];
  await snapshots().deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
  const gone = new Set(old.map(({ _id }) => String(_id)));
  const wanted = new Set(kept.map(({ _id }) => String(_id)).filter((id) => !gone.has(id)));
  const ids = await pieces()
    .find({}, { projection: { _id: 1 } })
    .hint({ _id: 1 })
    .toArray();
  const unwanted = new Set(ids.map(({ _id }) => _id.split('/')[0] ?? '').filter((id) => !wanted.has(id)));
  let dropped = 0;
  for (const id of unwanted)
    dropped += (await pieces().deleteMany({ _id: { $gte: `${id}/`, $lt: `${id}0` } })).deletedCount;
  return dropped;
}
/** A new snapshot's id. */
export const newSnapshotId = (): Types.ObjectId => new Types.ObjectId();
