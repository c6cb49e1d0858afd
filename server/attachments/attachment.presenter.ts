import type { AttachedFile, PublicPhoto } from '#shared/contract/attachments.ts';
import type { Attachment } from './attachment.model.ts';

/** A file as those see it who may see the original: its sender and staff. */
export function presentAttachment(attachment: Attachment): AttachedFile {
  const { _id, purpose, kind, name, type, bytes, width, height, thumbId, publicFileId, redactions } = attachment;
  const url = `/files/${String(_id)}`;
  return {
    id: String(_id),
    purpose,
    kind,
    name,
    type,
    bytes,
    width,
    height,
    url,
    thumbUrl: thumbId && `${url}/thumb`,
    hasPublicCopy: publicFileId !== null,
    publicUrl: publicFileId && `${url}?copy=${publicFileId}`,
    redactions: redactions.map(({ x, y, width: wide, height: high }) => ({ x, y, width: wide, height: high })),
  };
}
/** A published photo as everybody sees it, whoever asks; not a word of what its sender called it. */
export function presentPublicPhoto({ _id, purpose, width, height }: Attachment): PublicPhoto {
  const url = `/files/${String(_id)}`;
  const [whole, thumb] = [`${url}?copy=public`, `${url}/thumb?copy=public`];
  return { id: String(_id), purpose, width: width ?? 0, height: height ?? 0, url: whole, thumbUrl: thumb };
}
