import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { files } from '#server/platform/files/files.ts';
import type { Point } from '#shared/contract/fields.ts';
import { type AttachmentPurpose, MOST_ATTACHMENTS } from '#shared/domain/attachments.ts';
import { type Attachment, AttachmentModel, filesOf, HOLDER, type Owner } from '../attachment.model.ts';
import { checkDocument } from '../document.ts';
import { nameOf } from '../file.name.ts';
import type { Sort } from '../file.sort.ts';
import { cleanPhoto, PHOTO_TYPE } from '../photo.ts';
import { type Content, type Received, receive } from '../receiving.ts';
import { FileRefusal, toldOf } from '../refusal.ts';

/** A file that somebody sends. */
export interface Incoming {
  owner: Owner;
  purpose: AttachmentPurpose;
  /** As the sender's device calls it; it decides nothing. */
  name: string;
  content: Content;
  /** The field to which a refusal is told; `file` unless it is given. */
  field?: string;
}
/** What was kept. `takenAt` is where the camera noted that the photo was taken: it is told once and kept nowhere. */
export interface TakenIn {
  attachment: Attachment;
  takenAt: Point | null;
}

/** A file fit to be kept. */
interface Ready extends Pick<Attachment, 'type' | 'width' | 'height'> {
  content: Buffer;
  thumb: Buffer | null;
  takenAt: Point | null;
}
/** Looks a file through and makes it fit to be kept: a photo cleaned, a document as it is. Refused as `takeIn` says. */
export async function makeReady({ kind, type, bytes }: Received): Promise<Ready> {
  const { scanner } = files();
  if (scanner && !(await scanner.isClean(bytes))) throw new FileRefusal('file.infected');
  if (kind === 'photo') {
    const { photo, ...clean } = await cleanPhoto(bytes, type);
    return { ...clean, type: PHOTO_TYPE, content: photo };
  }
  await checkDocument(bytes, type);
  return { type, content: bytes, width: null, height: null, thumb: null, takenAt: null };
}

type Place = Pick<Attachment, 'owner' | 'purpose' | 'kind'>;
/** The first free place among those of its like; `file.too-many` where there is none. */
async function freeSlot({ owner, purpose, kind }: Place): Promise<number> {
  const beside = { 'owner.kind': owner.kind, 'owner.id': owner.id, purpose, kind };
  const taken = await AttachmentModel.find(beside).select('slot').lean<Pick<Attachment, '_id' | 'slot'>[]>();
  const slots = Array.from({ length: MOST_ATTACHMENTS[purpose] }, (_, slot) => slot);
  const free = slots.find((slot) => !taken.some((one) => one.slot === slot));
  if (free === undefined) throw new FileRefusal('file.too-many');
  return free;
}
/** Puts the row into a free place; when another upload was quicker to take that one, into the next. */
async function insert(row: Omit<Attachment, 'slot'>): Promise<Attachment> {
  for (;;) {
    const placed = { ...row, slot: await freeSlot(row) };
    try {
      await AttachmentModel.create(placed);
      return placed;
    } catch (cause) {
      if (!isDuplicate(cause)) throw cause;
    }
  }
}

/** The bytes first, then the row that names them: a row always has its files. Bytes without a row are swept. */
async function keep(ready: Ready, { owner, purpose, name }: Incoming, { kind }: Sort): Promise<Attachment> {
  const { store } = files();
  const _id = new Types.ObjectId();
  const holder = { kind: HOLDER, id: String(_id) };
  const put = (content: Buffer): Promise<string> => store.put(content, { type: ready.type, holder });
  const row = {
    _id,
    owner,
    purpose,
    kind,
    name: nameOf(name, ready.type),
    type: ready.type,
    bytes: ready.content.length,
    width: ready.width,
    height: ready.height,
    fileId: await put(ready.content),
    thumbId: ready.thumb && (await put(ready.thumb)),
    publicFileId: null,
    publicThumbId: null,
    redactions: [],
    createdAt: now(),
  };
  try {
    return await insert(row);
  } catch (cause) {
    if (cause instanceof FileRefusal) await Promise.all(filesOf(row).map((id) => store.delete(id)));
    throw cause;
  }
}

/**
 * Takes in a photo (JPEG, PNG, WebP, AVIF, GIF: cleaned and written anew as JPEG) or a document (PDF, DOCX without macros: as it is),
 * judged by its bytes alone. Refusals: 422 with one of the codes `file.…` for `field`; 429 `too-many-requests` while too many
 * come at once; 503 `store.unavailable` while the scanner or the store is away. Of what is refused nothing is kept.
 */
export async function takeIn(incoming: Incoming): Promise<TakenIn> {
  const { owner, purpose, content, field = 'file' } = incoming;
  const admit = async ({ kind }: Sort): Promise<void> => void (await freeSlot({ owner, purpose, kind }));
  try {
    return await receive(content, admit, async (file) => {
      const ready = await makeReady(file);
      return { attachment: await keep(ready, incoming, file), takenAt: ready.takenAt };
    });
  } catch (cause) {
    throw cause instanceof FileRefusal ? toldOf(field, cause) : cause;
  }
}
