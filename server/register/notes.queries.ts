import { type QueryFilter, Types } from 'mongoose';
import { staffNames } from '#server/identity/index.ts';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import type { Parsed } from '#shared/contract/endpoint.ts';
import type { listMentions, Mention } from '#shared/contract/notes.ts';
import { type Case, CaseModel } from './case.model.ts';
import { casePolicy } from './case.policy.ts';
import { MentionModel, type MentionRow, type Note, NoteModel } from './note.model.ts';

/** The notes of a case, oldest first; the caller authorizes. */
export const notesOf = ({ _id }: Pick<Case, '_id'>): Promise<Note[]> =>
  NoteModel.find({ caseId: _id }).sort({ _id: 1 }).lean<Note[]>().exec();

/** How many notes of a case name somebody and wait to be read by them. */
export const unreadIn = ({ _id }: Pick<Case, '_id'>, viewer: Actor | Visitor): Promise<number> =>
  MentionModel.countDocuments({ staffId: viewer?.id ?? '', caseId: _id, readAt: null }).exec();

/** So many unread mentions are counted, and no more. */
const MOST_COUNTED = 200;
/** Of these cases, those whose notes this viewer may read, by id. */
async function readableOf(viewer: Actor, caseIds: readonly Types.ObjectId[]): Promise<ReadonlyMap<string, Case>> {
  const cases = await CaseModel.find({ _id: { $in: [...caseIds] } }).lean<Case[]>();
  return new Map(
    cases.filter((found) => casePolicy['desk.read'](viewer, found)).map((found) => [String(found._id), found]),
  );
}
/** How many notes of cases that somebody may read name them and wait to be read; of more than two hundred, the newest. */
export async function unreadMentions(viewer: Actor): Promise<number> {
  const rows = await MentionModel.find({ staffId: viewer.id, readAt: null })
    .sort({ _id: -1 })
    .limit(MOST_COUNTED)
    .select('caseId')
    .lean<Pick<MentionRow, 'caseId'>[]>();
  const readable = await readableOf(
    viewer,
    rows.map(({ caseId }) => caseId),
  );
  return rows.filter(({ caseId }) => readable.has(String(caseId))).length;
}

/** One page of the notes that name somebody, newest first; a case that they may not read any more has none. */
export async function mentionsPage(
  viewer: Actor,
  { cursor, limit }: Parsed<typeof listMentions, 'query'>,
): Promise<{ items: Mention[]; next: string | null; unread: number }> {
  const listing = `mentions ${viewer.id}`;
  const before: QueryFilter<MentionRow> =
    cursor === undefined ? {} : { _id: { $lt: new Types.ObjectId(readCursor(cursor, listing).id) } };
  const rows = await MentionModel.find({ staffId: viewer.id, ...before })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<MentionRow[]>();
  const page = rows.slice(0, limit);
  const [readable, notes] = await Promise.all([
    readableOf(
      viewer,
      page.map(({ caseId }) => caseId),
    ),
    NoteModel.find({ _id: { $in: page.map(({ noteId }) => noteId) } }).lean<Note[]>(),
  ]);
  const names = await staffNames(notes.map(({ byId }) => byId));
  const items = page.flatMap((row): Mention[] => {
    const found = readable.get(String(row.caseId));
    const note = notes.find(({ _id }) => _id.equals(row.noteId));
    if (!found || !note) return [];
    return [
      {
        id: String(row._id),
        caseId: String(found._id),
        number: found.number,
        categoryCode: found.categoryCode,
        by: { id: note.byId, name: names.get(note.byId) ?? '' },
        at: note.at.toISOString(),
        text: note.words,
        isRead: row.readAt !== null,
      },
    ];
  });
  const last = page.at(-1);
  const next = rows.length > limit && last ? writeCursor({ key: null, id: String(last._id) }, listing) : null;
  return { items, next, unread: await unreadMentions(viewer) };
}
