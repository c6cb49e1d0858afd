import type { Types } from 'mongoose';
import type { Transaction } from '#server/platform/transaction.ts';
import { type Doing, recordAside } from './aside.ts';
import type { Case } from './case.model.ts';
import { type CaseDocument, CaseDocumentModel, keepWords } from './case-document.model.ts';
import { newNote } from './new-note.ts';
import { recordNote } from './note.history.ts';
import { NoteModel } from './note.model.ts';

/** Leaves an internal note of somebody without an account; it names nobody. */
export async function noteFromOutside(tx: Transaction, { caseId, actorId }: Doing, words: string): Promise<void> {
  const note = newNote({ caseId, byId: actorId, at: tx.at, words });
  await NoteModel.create([note], { session: tx.session, ordered: true });
  await recordNote(tx, note, { what: 'note-added', docDigest: note.digest, mentioned: [] });
}
/** Keeps a draft that somebody without an account hands in: staff take it up or leave it, and it answers nothing by itself. */
export async function draftFromOutside(tx: Transaction, { caseId, actorId }: Doing, text: string): Promise<void> {
  const digest = await keepWords(tx, { id: actorId }, { _id: caseId }, 'draft', { text });
  await recordAside(tx, { caseId, actorId }, 'link-drafted', digest);
}

const textIn = (words: string): string => {
  const said: unknown = JSON.parse(words);
  return typeof said === 'string' ? said : ((said as { text?: string }).text ?? '');
};
/** A draft that was handed in from outside. */
export interface OutsideDraft {
  id: string;
  byId: string;
  at: Date;
  text: string;
}
/** The drafts of these authors for a case, newest first. */
export async function draftsFromOutside(caseId: Types.ObjectId, byIds: readonly string[]): Promise<OutsideDraft[]> {
  const rows = await CaseDocumentModel.find({ caseId, verb: 'draft', byId: { $in: [...byIds] } })
    .sort({ at: -1, _id: -1 })
    .lean<CaseDocument[]>();
  return rows.map(({ _id, byId, at, words }) => ({ id: String(_id), byId, at, text: textIn(words) }));
}
/** What the last resolution tells the executors to do; null where it said nothing. */
export async function resolutionOf({ _id }: Pick<Case, '_id'>): Promise<string | null> {
  const row = await CaseDocumentModel.findOne({ caseId: _id, verb: 'assign' })
    .sort({ at: -1, _id: -1 })
    .lean<CaseDocument>();
  return row && textIn(row.words);
}
