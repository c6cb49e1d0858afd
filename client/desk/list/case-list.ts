import type { CaseRow } from '#shared/contract/register.ts';

/** Consecutive lines of a view, soonest due first, and the cursor of those that follow. */
export interface Lines {
  rows: readonly CaseRow[];
  next: string | null;
}
/** A list as it stands on the screen. It changes under nobody's cursor: what is new is counted, and shown when asked for. */
export interface CaseList extends Lines {
  /** How many lines the server has otherwise by now. */
  changes: number;
  /** Cases that this person moved on since the list was loaded; they stay where they are. */
  moved: ReadonlySet<string>;
}

/** A list that was just loaded. */
export const listOf = ({ rows, next }: Lines): CaseList => ({ rows, next, changes: 0, moved: new Set() });

/** The following lines under those that are shown. One that came down to a later place meanwhile stands once. */
export function withMore(list: CaseList, more: Lines): CaseList {
  const shown = new Set(list.rows.map(({ id }) => id));
  return { ...list, rows: [...list.rows, ...more.rows.filter(({ id }) => !shown.has(id))], next: more.next };
}
/** The newest state of one case in its old place; `isOwn` where it was this person who moved it. */
export function withRow(list: CaseList, row: CaseRow, isOwn: boolean): CaseList {
  const rows = list.rows.map((shown) => (shown.id === row.id && shown.version <= row.version ? row : shown));
  return { ...list, rows, moved: isOwn ? new Set([...list.moved, row.id]) : list.moved };
}
/** The register's order: by due date, those without one first, then by id. */
function isAfter(a: CaseRow, b: CaseRow): boolean {
  const [dueA, dueB] = [a.dueOn ?? '', b.dueOn ?? ''];
  return dueA === dueB ? a.id > b.id : dueA > dueB;
}
/** True for a line that would stand below the last one of lines that go on: nobody knows whether it is there. */
const isBelow = (row: CaseRow, { rows, next }: Lines): boolean => {
  const last = rows.at(-1);
  return next !== null && last !== undefined && isAfter(row, last);
};

/**
 * How many lines came, went or changed between what is shown and what the server has now, as far as both reach. What this
 * person moved does not count: they know.
 */
export function changesIn(list: CaseList, now: Lines): number {
  const shown = new Map(list.rows.map((row) => [row.id, row]));
  const present = new Set(now.rows.map(({ id }) => id));
  const came = now.rows.filter((row) => !shown.has(row.id) && !isBelow(row, list));
  const went = list.rows.filter((row) => !present.has(row.id) && !isBelow(row, now));
  const altered = now.rows.filter(({ id, version }) => (shown.get(id)?.version ?? version) < version);
  return [...came, ...went, ...altered].filter(({ id }) => !list.moved.has(id)).length;
}
/** Notes what is new; the lines themselves stay. */
export const withChecked = (list: CaseList, now: Lines): CaseList => ({ ...list, changes: changesIn(list, now) });
