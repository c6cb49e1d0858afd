import type { Actor, Visitor } from '#server/platform/policy.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import { caseFor } from '../case.files.ts';
import { mentionsIn } from '../mentions.ts';
import { newNote, sealed } from '../new-note.ts';
import { type NoteDeed, recordNote } from '../note.history.ts';
import { MentionModel, type Note, NoteModel } from '../note.model.ts';
import { ownNote } from '../note.own.ts';

/** Tells those whom a note names now and did not before, and says in the history that it was written. */
async function tell(tx: Transaction, note: Note, what: NoteDeed['what'], before: Note['mentions']): Promise<void> {
  const told = new Set([note.byId, ...before.map(({ staffId }) => staffId)]);
  const mentioned = [...new Set(note.mentions.map(({ staffId }) => staffId))].filter((id) => !told.has(id));
  const { _id: noteId, caseId } = note;
  const rows = mentioned.map((staffId) => ({ staffId, noteId, caseId, at: tx.at, readAt: null }));
  await MentionModel.insertMany(rows, { session: tx.session });
  await recordNote(tx, note, { what, docDigest: note.digest, mentioned });
}

/**
 * Leaves a note with a case: for staff who handle it. 404 not readable, 403 not handled, and 422 where it names nobody, or somebody
 * who may not read the case.
 */
export async function addNote(viewer: Actor | Visitor, caseId: string, text: string): Promise<Note> {
  const { actor, found, place } = await caseFor(viewer, 'note.write', caseId);
  const mentions = await mentionsIn(text, found);
  return transaction(async (tx) => {
    const note = newNote({ caseId: found._id, byId: actor.id, at: tx.at, words: text }, mentions);
    await NoteModel.create([note], { session: tx.session, ordered: true });
    await tell({ ...tx, place }, note, 'note-added', []);
    return note;
  });
}

/** Words one's own note anew within ten minutes; 404 where it is nobody's or another's, 409 `note.settled` once it stays as it is. */
export async function editNote(
  viewer: Actor | Visitor,
  { caseId, noteId, text }: { caseId: string; noteId: string; text: string },
): Promise<Note> {
  const { actor, found, place } = await caseFor(viewer, 'note.write', caseId);
  const mentions = await mentionsIn(text, found);
  return transaction(async (tx) => {
    const note = await ownNote(tx, actor, caseId, noteId);
    const change = { ...sealed(text), mentions, editedAt: tx.at, gone: [...note.gone, note.digest] };
    await NoteModel.updateOne({ _id: note._id }, { $set: change }, { session: tx.session });
    const isStillNamed = { $in: mentions.map(({ staffId }) => staffId) };
    await MentionModel.deleteMany({ noteId: note._id, staffId: { $not: isStillNamed } }, { session: tx.session });
    const edited: Note = { ...note, ...change };
    await tell({ ...tx, place }, edited, 'note-edited', note.mentions);
    return edited;
  });
}
