import { model, Schema, type Types } from 'mongoose';

/** What one of the staff wrote to the others about a case. History names its words by their salted digest; nobody else reads them. */
export interface Note {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  byId: string;
  at: Date;
  /** Null, like the salt, once it was withdrawn. */
  words: string | null;
  salt: string | null;
  digest: string;
  /** Whom it names, by which words; those of a withdrawn note are gone with it. */
  mentions: { staffId: string; said: string }[];
  editedAt: Date | null;
  withdrawnAt: Date | null;
  /** Digests of words that were taken back: history names them, and nothing can be read from them. */
  gone: string[];
}
/** That a note names somebody: a line of their list, until they have read it. */
export interface MentionRow {
  _id: Types.ObjectId;
  staffId: string;
  noteId: Types.ObjectId;
  caseId: Types.ObjectId;
  at: Date;
  readAt: Date | null;
}
const { ObjectId } = Schema.Types;
const text = { type: String, required: true } as const;
const words = { type: String, default: null } as const;
const moment = { type: Date, default: null } as const;
const options = { autoIndex: false, versionKey: false, strict: 'throw' } as const;

export const NoteModel = model(
  'Note',
  new Schema<Note>(
    {
      caseId: { type: ObjectId, required: true },
      byId: text,
      at: { type: Date, required: true },
      words,
      salt: words,
      digest: text,
      mentions: [new Schema<Note['mentions'][number]>({ staffId: text, said: text }, { _id: false })],
      editedAt: moment,
      withdrawnAt: moment,
      gone: [String],
    },
    options,
  ),
  'case_notes',
);
export const MentionModel = model(
  'Mention',
  new Schema<MentionRow>(
    {
      staffId: text,
      noteId: { type: ObjectId, required: true },
      caseId: { type: ObjectId, required: true },
      at: { type: Date, required: true },
      readAt: moment,
    },
    options,
  ),
  'case_mentions',
);
