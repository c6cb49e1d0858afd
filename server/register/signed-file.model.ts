import { model, Schema, Types } from 'mongoose';
import { files } from '#server/platform/files/files.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import { SIGNED_FILE_FIELDS, type SignedFileFacts } from './answer.model.ts';

/** A signed file that came for an answer and waits for the signing itself, which takes it over; at most one for each case. */
export interface PendingFile extends SignedFileFacts {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  answerId: Types.ObjectId;
  byId: string;
  at: Date;
}
const { ObjectId } = Schema.Types;

const PendingFileModel = model(
  'PendingFile',
  new Schema<PendingFile>(
    {
      ...SIGNED_FILE_FIELDS,
      caseId: { type: ObjectId, required: true },
      answerId: { type: ObjectId, required: true },
      byId: { type: String, required: true },
      at: { type: Date, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'signed_files',
);

/** Removes a file that waits, with its bytes; false where somebody was quicker to take it over or to remove it. */
export async function dropPending({ _id, fileId }: PendingFile): Promise<boolean> {
  const isGone = (await PendingFileModel.deleteOne({ _id })).deletedCount > 0;
  if (isGone) await files().store.delete(fileId);
  return isGone;
}
/** Keeps a signed file in place of any that came for the same case before and was not used. */
export async function keepPending(row: PendingFile): Promise<void> {
  const before = await PendingFileModel.find({ caseId: row.caseId }).lean<PendingFile[]>();
  await PendingFileModel.create(row);
  for (const file of before) await dropPending(file);
}
/** The files that have waited since before a moment. */
export const pendingBefore = (at: Date): Promise<PendingFile[]> =>
  PendingFileModel.find({ at: { $lt: at } })
    .lean<PendingFile[]>()
    .exec();
/** Takes over the file that waits for an answer, inside the transaction that signs it; 422 `signature.missing` where there is none of that id. */
export async function takeSignedFile(tx: Transaction, answerId: Types.ObjectId, id: string): Promise<SignedFileFacts> {
  const found = await PendingFileModel.findOneAndDelete({ _id: new Types.ObjectId(id), answerId })
    .session(tx.session)
    .lean<PendingFile>();
  if (!found)
    throw new Problem('fields.invalid', {
      errors: [{ in: 'body', path: 'signature.fileId', code: 'signature.missing' }],
    });
  const { fileId, name, type, bytes, sha256, method, check, signers } = found;
  return { fileId, name, type, bytes, sha256, method, check, signers };
}
