/** In place of a coordinate where a case has no point. */
export const NOWHERE = 0xffff_ffff;
/** In place of a state where a case is no longer published. */
export const GONE = 0xff;

/** What is kept of each case: instants in seconds, the due date in days, zero where there is none. */
export const columnsFor = (capacity: number) => ({
  ids: new Uint32Array(capacity * 3),
  xs: new Uint32Array(capacity),
  ys: new Uint32Array(capacity),
  statuses: new Uint8Array(capacity),
  categories: new Uint16Array(capacity),
  districts: new Uint8Array(capacity),
  receivedAt: new Uint32Array(capacity),
  visibleFrom: new Uint32Array(capacity),
  dueOn: new Uint16Array(capacity),
  /** Whether the levels of clusters count the case now. */
  counted: new Uint8Array(capacity),
});
export type Columns = ReturnType<typeof columnsFor>;

/** Writes what lies in one slot into another; that it is counted stays behind. */
export function copySlot(from: Columns, slot: number, to: Columns, at: number): void {
  for (let word = 0; word < 3; word++) to.ids[at * 3 + word] = from.ids[slot * 3 + word] ?? 0;
  to.xs[at] = from.xs[slot] ?? 0;
  to.ys[at] = from.ys[slot] ?? 0;
  to.statuses[at] = from.statuses[slot] ?? 0;
  to.categories[at] = from.categories[slot] ?? 0;
  to.districts[at] = from.districts[slot] ?? 0;
  to.receivedAt[at] = from.receivedAt[slot] ?? 0;
  to.visibleFrom[at] = from.visibleFrom[slot] ?? 0;
  to.dueOn[at] = from.dueOn[slot] ?? 0;
}
