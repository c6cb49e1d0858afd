import { now } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import type { CaseNote } from '#shared/contract/notes.ts';
import { NOTE_MINUTES } from '#shared/domain/note.ts';
import { actorNames } from './actor-names.ts';
import type { Note } from './note.model.ts';

const lastMoment = ({ at }: Pick<Note, 'at'>): Date => new Date(at.getTime() + NOTE_MINUTES * 60_000);
/** Whether this is somebody's own note, still there, and young enough to be changed or withdrawn. */
export const mayChange = (note: Note, actor: Actor | Visitor): boolean =>
  note.byId === actor?.id && note.withdrawnAt === null && now() < lastMoment(note);

/** Notes as staff who may read their case see them. */
export async function presentNotes(notes: readonly Note[], viewer: Actor | Visitor): Promise<CaseNote[]> {
  const names = await actorNames(notes.flatMap(({ byId, mentions }) => [byId, ...mentions.map((one) => one.staffId)]));
  const named = (id: string) => ({ id, name: names.get(id)?.name ?? '' });
  return notes.map((note) => ({
    id: String(note._id),
    by: named(note.byId),
    isByLink: names.get(note.byId)?.isByLink ?? false,
    at: note.at.toISOString(),
    text: note.words,
    mentions: note.mentions.map(({ staffId, said }) => ({
      ...named(staffId),
      said,
      isOneself: staffId === viewer?.id,
    })),
    editedAt: note.editedAt?.toISOString() ?? null,
    mayChangeForS: mayChange(note, viewer) ? Math.ceil((lastMoment(note).getTime() - now().getTime()) / 1_000) : null,
  }));
}
