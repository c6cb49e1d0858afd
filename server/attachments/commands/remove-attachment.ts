import { files } from '#server/platform/files/files.ts';
import { type Attachment, AttachmentModel, filesOf, idOf, type Owner } from '../attachment.model.ts';

/** Takes back a file of this owner, its copies too; false where the owner has none of that id. */
export async function removeAttachment({ owner, id }: { owner: Owner; id: string }): Promise<boolean> {
  const _id = idOf(id);
  if (!_id) return false;
  const its = { _id, 'owner.kind': owner.kind, 'owner.id': owner.id };
  const gone = await AttachmentModel.findOneAndDelete(its).lean<Attachment>();
  if (!gone) return false;
  const { store } = files();
  await Promise.all(filesOf(gone).map((file) => store.delete(file)));
  return true;
}
