import * as z from 'zod/mini';
import { CELL_FAULTS, REFERENCE_KINDS } from '#shared/domain/reference.ts';
import { endpoint } from './endpoint.ts';
import { legalDate } from './fields.ts';

const permission = 'reference.manage';
const kind = () => z.enum(REFERENCE_KINDS);
const Row = z.record(z.string(), z.string());
/** The cells of a row as they were typed; what each must hold is said by its column. */
const TypedRow = z
  .record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(4000)))
  .check(z.refine((row) => Object.keys(row).length <= 40));
/** One wrong cell; row 1 is the heading, and an empty column the row as a whole. */
export const RowFault = z.object({ row: z.number(), column: z.string(), code: z.enum(CELL_FAULTS) });
export type RowFault = z.infer<typeof RowFault>;
/** When something is due: by law, and for its executors. */
const Standing = z.object({ legal: legalDate(), internal: legalDate() });
/** A case or a petition whose due date moves with the calendar. */
export const MovedDate = z.object({
  kind: z.enum(['case', 'petition']),
  id: z.string(),
  number: z.string(),
  /** The index of a case's registration; null before it, and for petitions. */
  index: z.nullable(z.string()),
  before: Standing,
  after: Standing,
});
export type MovedDate = z.infer<typeof MovedDate>;
/** What a change of the calendar does to due dates: how many, and the first thousand, petitions before cases, by number. */
export const DatesMove = z.object({
  count: z.number(),
  /** How many of them are petitions'. */
  petitions: z.number(),
  items: z.array(MovedDate),
  /** Names exactly this outcome; it is asked for when the change is confirmed. */
  digest: z.string(),
});
export type DatesMove = z.infer<typeof DatesMove>;

/** All rows of a kind. */
export const listReference = endpoint({
  method: 'GET',
  path: '/api/v1/reference/{kind}',
  summary: 'All rows of one kind of reference data, every cell as text',
  params: z.object({ kind: kind() }),
  replies: { 200: z.object({ items: z.array(Row), next: z.null() }) },
  problems: [],
  permission,
});
/** Adds a row or changes the one of that key. */
export const putReferenceRow = endpoint({
  method: 'POST',
  path: '/api/v1/reference/{kind}',
  summary: 'Add a row of reference data, or change the one that its key names; days go by the calendar’s own endpoints',
  params: z.object({ kind: z.enum(REFERENCE_KINDS) }),
  body: z.strictObject({ row: TypedRow }),
  replies: { 200: z.object({ row: Row }) },
  problems: ['not-found'],
  permission,
});

/** Days that get a row, and dates that lose theirs; a move of a day off is both at once. */
const DaysChange = z.strictObject({
  put: z.array(TypedRow).check(z.maxLength(400)),
  remove: z.array(legalDate()).check(z.maxLength(400)),
});
export type DaysChange = z.infer<typeof DaysChange>;
/** What a change of the calendar would do. */
export const previewDays = endpoint({
  method: 'POST',
  path: '/api/v1/calendar/preview',
  summary: 'Which due dates of open cases and petitions would move by a change of the calendar; nothing is changed',
  body: DaysChange,
  replies: { 200: DatesMove },
  problems: ['date.outside-calendar'],
  permission,
});
/** Changes the calendar, and moves the dates that were shown. */
export const changeDays = endpoint({
  method: 'POST',
  path: '/api/v1/calendar/changes',
  summary: 'Change the calendar as it was previewed, and move the due dates of open cases and petitions by it',
  body: z.extend(DaysChange, { digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  replies: { 200: z.object({ moved: z.number() }) },
  problems: ['version.stale', 'date.outside-calendar'],
  permission,
});

/** A file that was read without writing anything. */
export const FileTrial = z.object({
  /** SHA-256 of the file; an import is asked for by it. */
  hash: z.string(),
  rows: z.number(),
  added: z.number(),
  changed: z.number(),
  /** All of them up to ten thousand; `faultCount` is how many there are. */
  faults: z.array(RowFault),
  faultCount: z.number(),
  /** Of the calendar only, where nothing is wrong. */
  moves: z.nullable(DatesMove),
});
export type FileTrial = z.infer<typeof FileTrial>;
/** Reads a CSV file and says what it would do. */
export const tryReferenceFile = endpoint({
  method: 'POST',
  path: '/api/v1/reference/{kind}/trial',
  summary: 'Read a CSV file of reference data and name every wrong cell; nothing is changed',
  params: z.object({ kind: kind() }),
  upload: 'file',
  replies: { 200: FileTrial },
  problems: ['body.too-large'],
  permission,
});
/** Takes the file that was tried. */
export const importReferenceFile = endpoint({
  method: 'POST',
  path: '/api/v1/reference/{kind}/import/{hash}',
  summary: 'Import exactly the CSV file that was tried, named by its SHA-256; all of it or nothing',
  params: z.object({ kind: kind(), hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  upload: 'file',
  replies: { 200: z.object({ added: z.number(), changed: z.number(), moved: z.number() }) },
  problems: ['version.stale', 'body.too-large'],
  permission,
});
