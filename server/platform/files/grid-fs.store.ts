import { finished } from 'node:stream/promises';
import mongoose, { type mongo } from 'mongoose';
import { now } from '../clock.ts';
import { database } from '../database.ts';
import { isObjectId } from '../object-id.ts';
import type { FileMeta, FileStore } from './file-store.ts';

const { GridFSBucket, ObjectId } = mongoose.mongo;
const BUCKET = 'files';
const DAY_MS = 86_400_000;
/** Remnants are looked for among what was begun in so many days before: the pieces of all files are too many to walk. */
const REMNANT_DAYS = 30;

/** How GridFS keeps a file's row; `metadata` is ours. */
interface Row {
  _id: mongo.ObjectId;
  length: number;
  metadata: FileMeta & { at: Date };
}
const bucket = (): mongo.GridFSBucket =>
  new GridFSBucket(database(), { bucketName: BUCKET, writeConcern: { w: 'majority' } });
const rows = (): mongo.Collection<Row> => database().collection<Row>(`${BUCKET}.files`);
const idOf = (id: string): mongo.ObjectId | null => (isObjectId(id) ? new ObjectId(id) : null);

/** Files in MongoDB itself (GridFS): one thing to back up, one to make redundant. The row of a file is written after its last piece. */
export const gridFsStore = (): FileStore => ({
  async put(content, { id, type, holder }) {
    const metadata = { type, holder, at: now() };
    const _id = id ? new ObjectId(id) : new ObjectId();
    const upload = bucket().openUploadStreamWithId(_id, '', { metadata });
    try {
      upload.end(content);
      await finished(upload);
    } catch (cause) {
      await upload.abort().catch(() => undefined); // the sweep finds what the first trouble keeps from being removed now
      throw cause;
    }
    return String(upload.id);
  },

  async open(id) {
    const _id = idOf(id);
    const row = _id && (await rows().findOne({ _id }));
    if (!row) return null;
    return { type: row.metadata.type, bytes: row.length, read: () => bucket().openDownloadStream(row._id) };
  },

  async delete(id) {
    const _id = idOf(id);
    if (!_id) return;
    await rows().deleteOne({ _id }, { writeConcern: { w: 'majority' } });
    await database().collection(`${BUCKET}.chunks`).deleteMany({ files_id: _id });
  },

  async *putBefore(at, holderKind) {
    const found = rows().find({ 'metadata.holder.kind': holderKind, 'metadata.at': { $lt: at } });
    for await (const { _id, metadata } of found) yield { id: String(_id), holderId: metadata.holder.id };
  },

  async dropUnfinished(before) {
    const since = new Date(before.getTime() - REMNANT_DAYS * DAY_MS);
    const firstOf = (at: Date): mongo.ObjectId => ObjectId.createFromTime(Math.floor(at.getTime() / 1_000));
    const pieces = database().collection(`${BUCKET}.chunks`);
    const left = await pieces
      .aggregate<{ _id: mongo.ObjectId }>([
        { $match: { files_id: { $gte: firstOf(since), $lt: firstOf(before) } } }, // ids tell when; the index alone answers
        { $group: { _id: '$files_id' } },
        { $lookup: { from: `${BUCKET}.files`, localField: '_id', foreignField: '_id', as: 'file' } },
        { $match: { 'file.0': { $exists: false } } },
      ])
      .toArray();
    for (const { _id } of left) await pieces.deleteMany({ files_id: _id });
    return left.length;
  },
});
