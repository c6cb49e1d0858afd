import * as z from 'zod/mini';
import { NOTE_MAX } from '#shared/domain/note.ts';
import { endpoint } from './endpoint.ts';
import { code, id, moment, text } from './fields.ts';

/** Who wrote a note, or is named in one: the account and the name in it. */
const Colleague = z.object({ id: id(), name: z.string() });
/** A note that staff left with a case for each other: no resident, paper or export ever has one. */
export const CaseNote = z.object({
  id: id(),
  by: Colleague,
  /** Whether its author has no account and came by a link. */
  isByLink: z.optional(z.boolean()),
  at: moment(),
  /** Null where it was withdrawn: that there was a note is all that is left. */
  text: z.nullable(z.string()),
  /** Whom it names, and by which words of it, the `@` included. */
  mentions: z.array(z.extend(Colleague, { said: z.string(), isOneself: z.boolean() })),
  editedAt: z.nullable(moment()),
  /** For how many seconds more whoever asks may change or withdraw it; null where they may not. */
  mayChangeForS: z.nullable(z.number()),
});
export type CaseNote = z.infer<typeof CaseNote>;

const noteText = () => text({ min: 1, max: NOTE_MAX });
const ofCase = z.object({ id: id() });
const ofNote = z.object({ id: id(), noteId: id() });

/** What staff wrote to each other about a case, oldest first. */
export const listNotes = endpoint({
  method: 'GET',
  path: '/api/v1/register/{id}/notes',
  summary: 'The internal notes of a case, oldest first: for staff who may read it, and for nobody else',
  params: ofCase,
  replies: {
    200: z.object({
      items: z.array(CaseNote),
      next: z.null(),
      mayWrite: z.boolean(),
      /** How many of them name whoever asks and wait to be read. */
      unread: z.number(),
    }),
  },
  problems: [],
  permission: 'staff',
});
/** Writes one; whoever it names by `@` and a login or a name hears of it. */
export const addNote = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/notes',
  summary: 'Leave an internal note with a case; @login or @Name tells a colleague who may read the case',
  params: ofCase,
  body: z.strictObject({ text: noteText() }),
  replies: { 201: CaseNote },
  problems: [],
  permission: 'staff',
});
/** Whom a note of this case can name. */
export const listColleagues = endpoint({
  method: 'GET',
  path: '/api/v1/register/{id}/colleagues',
  summary: 'Colleagues who may read a case, by name: whom its notes can tell',
  params: ofCase,
  replies: {
    200: z.object({ items: z.array(z.extend(Colleague, { login: z.string(), post: z.string() })), next: z.null() }),
  },
  problems: [],
  permission: 'staff',
});
/** Words a note anew. */
export const editNote = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/notes/{noteId}/edit',
  summary: 'Word one’s own note anew, within ten minutes of writing it',
  params: ofNote,
  body: z.strictObject({ text: noteText() }),
  replies: { 200: CaseNote },
  problems: ['note.settled'],
  permission: 'staff',
});
/** Takes the words of a note back. */
export const withdrawNote = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/notes/{noteId}/withdraw',
  summary: 'Take one’s own note back within ten minutes: its words are erased, and that it was there stays',
  params: ofNote,
  replies: { 200: CaseNote },
  problems: ['note.settled'],
  permission: 'staff',
});

const Unread = z.object({ unread: z.number() });
/** Marks as read what names whoever asks. */
export const seeNotes = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/notes/seen',
  summary: 'Mark the notes of a case that name whoever asks as read; answers how many unread ones are left',
  params: ofCase,
  replies: { 200: Unread },
  problems: [],
  permission: 'staff',
});

/** A note that names whoever asks. */
export const Mention = z.object({
  id: id(),
  caseId: id(),
  number: z.string(),
  categoryCode: code(),
  by: Colleague,
  at: moment(),
  /** Null where the note was withdrawn. */
  text: z.nullable(z.string()),
  isRead: z.boolean(),
});
export type Mention = z.infer<typeof Mention>;
/** Where colleagues named whoever asks. */
export const listMentions = endpoint({
  method: 'GET',
  path: '/api/v1/mentions',
  summary:
    'Notes that name whoever asks, newest first, and how many of them are unread; only of cases they may still read',
  query: z.object({
    cursor: z.optional(z.string().check(z.maxLength(400))),
    limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  }),
  replies: { 200: z.extend(Unread, { items: z.array(Mention), next: z.nullable(z.string()) }) },
  problems: [],
  permission: 'staff',
});
