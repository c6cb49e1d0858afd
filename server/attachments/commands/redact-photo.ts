import { buffer } from 'node:stream/consumers';
import { files } from '#server/platform/files/files.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Rectangle } from '#shared/domain/attachments.ts';
import { type Attachment, AttachmentModel, HOLDER, idOf } from '../attachment.model.ts';
import { blackOut, PHOTO_TYPE } from '../photo.ts';

/**
 * Makes the copy of a case's photo that everybody may see, with these rectangles black (none: there was nothing to hide), in place
 * of the copy that was. The cleaned photo itself stays as it was, for staff. 404 `not-found` for anything but a photo of a case.
 */
export async function redactPhoto(id: string, rectangles: readonly Rectangle[]): Promise<Attachment> {
  const _id = idOf(id);
  const photo = _id && ({ _id, 'owner.kind': 'case', kind: 'photo' } as const);
  const found = photo && (await AttachmentModel.findOne(photo).lean<Attachment>());
  const { store } = files();
  const original = found && (await store.open(found.fileId));
  if (!photo || !original) throw new Problem('not-found');
  const copy = await blackOut(await buffer(original.read()), rectangles);
  const put = (content: Buffer): Promise<string> =>
    store.put(content, { type: PHOTO_TYPE, holder: { kind: HOLDER, id } });
  const made = {
    publicFileId: await put(copy.photo),
    publicThumbId: await put(copy.thumb),
    redactions: [...rectangles],
  };
  const before = await AttachmentModel.findOneAndUpdate(photo, { $set: made }).lean<Attachment>();
  if (!before) throw new Problem('not-found'); // removed in the meantime; the sweep finds the copy
  const replaced = [before.publicFileId, before.publicThumbId].filter((file) => file !== null);
  await Promise.all(replaced.map((file) => store.delete(file)));
  return { ...before, ...made };
}
