/** The links of the list's lines, as they stand. */
const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.cases [data-case]')];

/** Moves the focus by so many lines of the list, from the line that has it or the case that is open; stops at the ends. */
export function walk(by: 1 | -1, openId: string | null): void {
  const all = lines();
  const focused = all.indexOf(document.activeElement as HTMLElement);
  const from = focused >= 0 ? focused : all.findIndex((line) => line.dataset.case === openId);
  const to = from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + by));
  all[to]?.focus();
}
/** Gives the focus back to the link by which a case was opened, where it is shown. */
export const focusLine = (caseId: string): void =>
  document.querySelector<HTMLElement>(`main [data-case="${caseId}"]`)?.focus();
/** Does something with the case whose line has the focus, or with the one that is open. */
export function withLine(openId: string | null, work: (caseId: string) => void): void {
  const id = lines().find((line) => line === document.activeElement)?.dataset.case ?? openId;
  if (id) work(id);
}
