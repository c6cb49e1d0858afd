import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, text } from './fields.ts';
import { REGISTER_VIEWS } from './register-list.ts';

/** What a list is narrowed by, by the names of its query. */
const Filters = z.record(z.string().check(z.maxLength(20)), z.string().check(z.maxLength(2_000)));
/** A list that somebody keeps for themselves: a view, narrowed. */
const DeskView = z.object({
  id: id(),
  name: z.string(),
  view: z.enum(REGISTER_VIEWS),
  filters: Filters,
  /** How many cases it holds now. */
  count: z.number(),
});
export type DeskView = z.infer<typeof DeskView>;

/** One’s own lists. */
export const listDeskViews = endpoint({
  method: 'GET',
  path: '/api/v1/desk/views',
  summary: 'One’s own lists by name, with how many cases each holds now',
  replies: { 200: z.object({ items: z.array(DeskView), next: z.null() }) },
  problems: [],
  permission: 'staff',
});
/** Keeps a list. */
export const addDeskView = endpoint({
  method: 'POST',
  path: '/api/v1/desk/views',
  summary: 'Keep a narrowed list under a name, for oneself; one of the same name is put in its place',
  body: z.strictObject({ name: text({ min: 2, max: 60 }), view: z.enum(REGISTER_VIEWS), filters: Filters }),
  replies: { 201: DeskView },
  problems: ['desk-view.too-many'],
  permission: 'staff',
});
/** Keeps it no longer. */
export const removeDeskView = endpoint({
  method: 'DELETE',
  path: '/api/v1/desk/views/{id}',
  summary: 'Keep one of one’s own lists no longer',
  params: z.object({ id: id() }),
  replies: { 200: z.object({ isRemoved: z.literal(true) }) },
  problems: [],
  permission: 'staff',
});
