import type { Types } from 'mongoose';
import { type Attachment, AttachmentModel, idOf, type Owner } from './attachment.model.ts';

/** All files of a draft or a case, oldest first. */
export const attachmentsOf = ({ kind, id }: Owner): Promise<Attachment[]> =>
  AttachmentModel.find({ 'owner.kind': kind, 'owner.id': id })
    .sort({ createdAt: 1, _id: 1 })
    .lean<Attachment[]>()
    .exec();

/** One file; null where there is none of that id, however malformed. */
export async function attachmentById(id: string): Promise<Attachment | null> {
  const _id = idOf(id);
  return _id && AttachmentModel.findById(_id).lean<Attachment>();
}

/** Of these photos those that have a copy for everybody, in the order asked. Whether their case is public now is not asked here. */
export async function publicPhotosOf(ids: readonly (Types.ObjectId | string)[]): Promise<Attachment[]> {
  const asked = ids.flatMap((id) => idOf(String(id)) ?? []);
  const shown = { _id: { $in: asked }, kind: 'photo', publicFileId: { $ne: null } } as const;
  const found = await AttachmentModel.find(shown).lean<Attachment[]>();
  return asked.flatMap((id) => found.find(({ _id }) => id.equals(_id)) ?? []);
}
