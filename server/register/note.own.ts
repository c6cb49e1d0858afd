import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import { type Note, NoteModel } from './note.model.ts';
import { mayChange } from './note.presenter.ts';

/** Somebody's own note while they may still change it; 404 where it is nobody's or another's, 409 `note.settled` after that. */
export async function ownNote(tx: Transaction, actor: Actor, caseId: string, noteId: string): Promise<Note> {
  const note = await NoteModel.findOne({ _id: noteId, caseId, byId: actor.id }).session(tx.session).lean<Note>();
  if (!note) throw new Problem('not-found');
  if (!mayChange(note, actor)) throw new Problem('note.settled');
  return note;
}
