import { departmentOf } from '#server/catalogue/index.ts';
import { isOverdue } from '#server/deadlines/index.ts';
import { today } from '#server/platform/clock.ts';
import type { CaseRow } from '#shared/contract/register.ts';
import type { Case } from './case.model.ts';
import { indexText } from './case-codes.ts';
import { publicStatusOf } from './regime.ts';

/** The main executor with its name. */
export function mainDepartment({ executors }: Pick<Case, 'executors'>): CaseRow['department'] {
  const main = executors.find(({ role }) => role === 'main');
  if (!main) return null;
  const id = String(main.departmentId);
  return { id, name: departmentOf(id)?.uk ?? '' };
}
/** What of a case its line has no use for, as a projection: a page of lists takes half the time without. */
export const NOT_IN_ROWS = {
  text: 0,
  answers: 0,
  clocks: 0,
  steps: 0,
  publication: 0,
  classification: 0,
  links: 0,
  control: 0,
} as const;
/** So much of a case as a list reads. */
export type ListedCase = Omit<Case, keyof typeof NOT_IN_ROWS>;
/** A case as a line of the register. */
export const presentRow = (found: ListedCase): CaseRow => ({
  id: String(found._id),
  number: found.number,
  regime: found.regime,
  status: found.status,
  publicStatus: publicStatusOf(found),
  channel: found.channel,
  registrationIndex: indexText(found.registrationIndex) ?? found.past?.index ?? null,
  receivedAt: found.receivedAt.toISOString(),
  dueOn: found.dueOn,
  isOverdue: isOverdue(found.dueOn, today()),
  categoryCode: found.categoryCode,
  place: { address: found.place.address, description: found.place.description, point: found.place.point },
  priority: found.priority,
  department: mainDepartment(found),
  version: found.version,
});
