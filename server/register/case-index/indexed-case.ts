import type { Columns, Filter, Row } from '#server/platform/columns/filter.ts';
import type { Order } from '#server/platform/columns/table.ts';
import { dayOf } from '#shared/domain/legal-clock/legal-date.ts';
import type { Case } from '../case.model.ts';
import { regimeOf, textFieldsOfAll } from '../regime.ts';
import { stemsIn } from './stems.ts';

/** What is kept of a case: enough to find, count and sort it; what is shown is fetched from MongoDB. Instants are milliseconds, dates are days. */
export const CASE_COLUMNS = {
  status: 'code',
  category: 'code',
  district: 'code',
  channel: 'code',
  priority: 'code',
  departments: 'codes',
  marks: 'codes',
  number: 'number',
  dueOn: 'number',
  receivedAt: 'number',
  lng: 'number',
  lat: 'number',
  awaitingSince: 'rare',
  reopenRequestedAt: 'rare',
} as const satisfies Columns;
export type CaseFilter = Filter<typeof CASE_COLUMNS>;
export type CaseOrder = Order<typeof CASE_COLUMNS>;

const msOf = (at: Date | null | undefined): number | null => at?.getTime() ?? null;
/** A case as its row. */
export const rowOf = (found: Case): Row<typeof CASE_COLUMNS> => ({
  status: found.status,
  category: found.categoryCode,
  district: found.place.districtCode ?? null,
  channel: found.channel,
  priority: found.priority ?? null,
  departments: found.executors.map(({ departmentId }) => String(departmentId)),
  marks: found.marks,
  number: Number(found.number),
  dueOn: found.dueOn ? dayOf(found.dueOn) : null,
  receivedAt: found.receivedAt.getTime(),
  lng: found.place.point?.coordinates[0] ?? null,
  lat: found.place.point?.coordinates[1] ?? null,
  awaitingSince: msOf(found.awaitingApplicantSince),
  reopenRequestedAt: msOf(found.reopenRequestedAt),
});
/** The stems by which a case is found: of what was written, of the place, and the index of a past one. Nothing about people is among them. */
export const termsOf = (found: Case): string[] => {
  const { address, description } = found.place;
  return stemsIn([regimeOf(found.regime).textOf(found), address, description, found.past?.index].join(' '));
};
/** What rows and terms need of a case, as a projection: reading and decoding a million whole would take twice as long. */
export const indexedFields = (): Readonly<Record<string, 1>> => ({
  ...INDEXED_FIELDS,
  ...Object.fromEntries(textFieldsOfAll().map((field) => [field, 1 as const])),
});
const INDEXED_FIELDS = {
  regime: 1,
  status: 1,
  categoryCode: 1,
  channel: 1,
  priority: 1,
  'executors.departmentId': 1,
  marks: 1,
  number: 1,
  dueOn: 1,
  receivedAt: 1,
  'place.districtCode': 1,
  'place.point': 1,
  'place.address': 1,
  'place.description': 1,
  'past.index': 1,
  awaitingApplicantSince: 1,
  reopenRequestedAt: 1,
} as const;
