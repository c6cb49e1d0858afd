import { Types } from 'mongoose';
import { newSalt, saltedDigest } from '#server/platform/secrets.ts';
import type { Note } from './note.model.ts';

/** The words of a note as they are kept. */
export const sealed = (words: string): Pick<Note, 'words' | 'salt' | 'digest'> => {
  const salt = newSalt();
  return { words, salt, digest: saltedDigest(salt, words) };
};
/** A note that has just been written. */
export const newNote = (
  { words, ...written }: Pick<Note, 'caseId' | 'byId' | 'at'> & { words: string },
  mentions: Note['mentions'] = [],
): Note => ({
  _id: new Types.ObjectId(),
  ...written,
  ...sealed(words),
  mentions,
  editedAt: null,
  withdrawnAt: null,
  gone: [],
});
