import type { Actor, Visitor } from '#server/platform/policy.ts';
import { transaction } from '#server/platform/transaction.ts';
import { caseFor } from '../case.files.ts';
import { recordNote } from '../note.history.ts';
import { MentionModel, type Note, NoteModel } from '../note.model.ts';
import { ownNote } from '../note.own.ts';

/** Takes one's own note back within ten minutes: its words are erased, and that there was a note stays. Refused as `editNote` is. */
export async function withdrawNote(viewer: Actor | Visitor, caseId: string, noteId: string): Promise<Note> {
  const { actor, place } = await caseFor(viewer, 'note.write', caseId);
  return transaction(async (tx) => {
    const note = await ownNote(tx, actor, caseId, noteId);
    const gone = [...note.gone, note.digest];
    const change = { words: null, salt: null, mentions: [], withdrawnAt: tx.at, gone };
    await NoteModel.updateOne({ _id: note._id }, { $set: change }, { session: tx.session });
    await MentionModel.deleteMany({ noteId: note._id }, { session: tx.session });
    await recordNote({ ...tx, place }, note, { what: 'note-withdrawn', docDigest: null, mentioned: [] });
    return { ...note, ...change };
  });
}
