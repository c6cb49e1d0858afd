import { fileTypeFromBuffer } from 'file-type';
import type { AttachmentKind } from '#shared/domain/attachments.ts';
import { FileRefusal } from './refusal.ts';

/** So many first bytes tell what a file is. */
export const HEAD = 4_100;
export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What the first bytes say that a file is; whether the rest keeps to it is for those who read it whole. */
export interface Sort {
  kind: AttachmentKind;
  type: string;
}
/** Pictures that are taken, by what their bytes say (an animated PNG begins with a plain one). */
const PHOTOS = new Map([
  ['image/jpeg', 'image/jpeg'],
  ['image/png', 'image/png'],
  ['image/apng', 'image/png'],
  ['image/webp', 'image/webp'],
  ['image/avif', 'image/avif'],
  ['image/gif', 'image/gif'],
]);
/** The camera format of iPhones, which no browser but theirs shows. */
const HEIC = /^image\/hei[cf](-sequence)?$/;
/** A DOCX is a zip; which zips are one only their contents tell. */
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** Tells what a file is by its first bytes, never by its name; what is not taken is refused before the rest is read. */
export async function sortOf(head: Buffer): Promise<Sort> {
  if (head.subarray(0, ZIP.length).equals(ZIP)) return { kind: 'document', type: DOCX };
  const said = (await fileTypeFromBuffer(head))?.mime ?? '';
  if (HEIC.test(said)) throw new FileRefusal('file.heic');
  if (said === PDF) return { kind: 'document', type: PDF };
  const photo = PHOTOS.get(said);
  if (!photo) throw new FileRefusal('file.type');
  return { kind: 'photo', type: photo };
}
