import { Types } from 'mongoose';
import { type Incoming, takeIn } from '#server/attachments/index.ts';
import { database } from '#server/platform/database.ts';
import { filesBy, useFiles } from '#server/platform/files/files.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import { useDatabase } from './database.ts';

/** A database and a store for the files of one `describe`; nobody scans them. */
export function useFileStore(): void {
  useDatabase();
  before(() => useFiles(filesBy({})));
  afterEach(async () => {
    for (const name of ['attachments', 'files.files', 'files.chunks']) await database().collection(name).deleteMany({});
  });
}
/** How many files the store has. */
export const storedFiles = (): Promise<number> => database().collection('files.files').countDocuments();

/** A draft of its own. */
export const aDraft = () => ({ kind: 'draft', id: new Types.ObjectId().toHexString().padEnd(64, '0') }) as const;
/** A file for a new draft, with whatever is said of it. */
export const incoming = (content: Incoming['content'], said: Partial<Incoming> = {}): Incoming => ({
  owner: aDraft(),
  purpose: 'appeal',
  name: 'IMG_0042.jpg',
  content,
  ...said,
});
/** Why a file was not taken: the code of its field, or of the whole problem; null where it was taken. */
export const refusalOf = (file: Incoming): Promise<FieldCode | string | null> =>
  takeIn(file).then(
    () => null,
    (cause) => cause.details?.errors?.[0]?.code ?? cause.code ?? cause,
  );
