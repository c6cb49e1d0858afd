import * as z from 'zod/mini';
import { NOTE_MAX } from '#shared/domain/note.ts';
import { endpoint } from './endpoint.ts';
import { id, legalDate, moment, words } from './fields.ts';

/** How one executor stands now, by the dates inside the house and by those of law. */
export const OverdueLine = z.object({
  departmentId: id(),
  department: z.string(),
  inHand: z.number(),
  /** Due within three working days. */
  soon: z.number(),
  overdue: z.number(),
  overdueByLaw: z.number(),
  /** The oldest date that has passed; null where none has. */
  oldestOn: z.nullable(legalDate()),
});
export type OverdueLine = z.infer<typeof OverdueLine>;

/** How a link stands: `done` where the case needs no more work of that executor. */
export const LINK_STATES = ['alive', 'expired', 'revoked', 'done'] as const;
export type LinkState = (typeof LINK_STATES)[number];
/** For how many days a link can be made at the most. */
const MOST_LINK_DAYS = 60;

/** A link by which somebody without an account works on a case; its code is told once, when it is made. */
export const WorkLinkRow = z.object({
  id: id(),
  /** What staff call whoever has it. */
  label: z.string(),
  task: z.nullable(z.string()),
  state: z.enum(LINK_STATES),
  madeBy: z.string(),
  madeAt: moment(),
  expiresAt: moment(),
  acceptedAt: z.nullable(moment()),
  /** When last something was done by it. */
  usedAt: z.nullable(moment()),
});
export type WorkLinkRow = z.infer<typeof WorkLinkRow>;
/** The links of a case, and the drafts of an answer that came by them, newest first. */
export const WorkLinkList = z.object({
  items: z.array(WorkLinkRow),
  next: z.null(),
  drafts: z.array(z.object({ id: id(), label: z.string(), at: moment(), text: z.string() })),
  /** Whether whoever asks may make and end links now. */
  mayMake: z.boolean(),
});
export type WorkLinkList = z.infer<typeof WorkLinkList>;
/** A new link: whoever has it sees the resolution, and of these words those that its maker writes. */
export const NewWorkLink = z.strictObject({
  label: words({ min: 2, max: 80 }),
  days: z.number().check(z.int(), z.gte(1), z.lte(MOST_LINK_DAYS)),
  task: z.optional(words({ min: 3, max: 2_000 })),
  /** Photos to show, of those that have a copy for everybody. */
  photoIds: z.optional(z.array(id()).check(z.maxLength(20))),
});
export type NewWorkLink = z.infer<typeof NewWorkLink>;

const ofCase = z.object({ id: id() });
/** The links of one case. */
export const listWorkLinks = endpoint({
  method: 'GET',
  path: '/api/v1/register/{id}/links',
  summary: 'Links by which executors without an account work on a case, and the drafts that came by them',
  params: ofCase,
  replies: { 200: WorkLinkList },
  problems: [],
  permission: 'staff',
});
/** Makes one. */
export const makeWorkLink = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/links',
  summary: 'Make a link by which somebody without an account works on a case; its address is told once',
  params: ofCase,
  body: NewWorkLink,
  replies: { 201: z.object({ link: WorkLinkRow, path: z.string() }) },
  problems: ['move.refused'],
  permission: 'staff',
});
/** Ends one. */
export const revokeWorkLink = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/links/{linkId}/revoke',
  summary: 'End a link at once',
  params: z.object({ id: id(), linkId: id() }),
  body: z.strictObject({}),
  replies: { 200: WorkLinkRow },
  problems: [],
  permission: 'staff',
});

/** What is typed on the page of a link. */
export const LinkNote = z.strictObject({ note: words({ min: 2, max: NOTE_MAX }) });
/** The draft of an answer that is handed in by a link. */
export const LinkDraft = z.strictObject({ draft: words({ min: 20, max: 10_000 }) });
