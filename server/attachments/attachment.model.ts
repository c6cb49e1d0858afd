import { model, Schema, Types } from 'mongoose';
import { isObjectId } from '#server/platform/object-id.ts';
import type { AttachmentKind, AttachmentPurpose, Rectangle } from '#shared/domain/attachments.ts';

/** Whose a file is: a draft's, by the draft's own id, until the appeal is filed, then a case's. */
export interface Owner {
  kind: 'draft' | 'case';
  id: string;
}
/** A photo or a document that was taken in: its bytes lie in the store, this is what is known of it. */
export interface Attachment {
  _id: Types.ObjectId;
  owner: Owner;
  purpose: AttachmentPurpose;
  kind: AttachmentKind;
  /** As its sender called it; it may tell of people, so it is nothing for strangers. */
  name: string;
  /** What the bytes are, whatever they were called. */
  type: string;
  bytes: number;
  /** Pixels of a photo; null for a document. */
  width: number | null;
  height: number | null;
  /** In the store: a photo as it was cleaned, a document as it came. */
  fileId: string;
  thumbId: string | null;
  /** The copy that everybody may see, once somebody of staff has looked at the photo and blacked out what must not be seen. */
  publicFileId: string | null;
  publicThumbId: string | null;
  redactions: Rectangle[];
  /** Its place among those of the same owner, purpose and kind, from 0; the unique index on it is what limits their number. */
  slot: number;
  createdAt: Date;
}

const words = { type: String, required: true } as const;
const optional = { type: String, default: null } as const;
const number = { type: Number, required: true } as const;
const pixels = { type: Number, default: null } as const;

export const AttachmentModel = model(
  'Attachment',
  new Schema<Attachment>(
    {
      owner: new Schema<Owner>({ kind: words, id: words }, { _id: false }),
      purpose: words,
      kind: words,
      name: words,
      type: words,
      bytes: number,
      width: pixels,
      height: pixels,
      fileId: words,
      thumbId: optional,
      publicFileId: optional,
      publicThumbId: optional,
      redactions: [new Schema<Rectangle>({ x: number, y: number, width: number, height: number }, { _id: false })],
      slot: number,
      createdAt: { type: Date, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'attachments',
);

/** An id as it came in an address; null where it is none. */
export const idOf = (said: string): Types.ObjectId | null => (isObjectId(said) ? new Types.ObjectId(said) : null);

/** The kind of these rows as holders of files in the store. */
export const HOLDER = 'attachment';

type Files = Pick<Attachment, 'fileId' | 'thumbId' | 'publicFileId' | 'publicThumbId'>;
/** Every file of a row in the store. */
export const filesOf = ({ fileId, thumbId, publicFileId, publicThumbId }: Files): string[] =>
  [fileId, thumbId, publicFileId, publicThumbId].filter((id) => id !== null);
