import { type QueryFilter, type SortOrder, Types } from 'mongoose';
import type { Place } from '#server/platform/columns/table.ts';
import { dateOfDay } from '#shared/domain/legal-clock/legal-date.ts';
import { type Case, CaseModel } from '../case.model.ts';
import type { CaseFinder, WantedCases } from './case-finder.ts';
import { GridCounter } from './case-grid.ts';
import { type CASE_COLUMNS, type CaseFilter, type CaseOrder, indexedFields, rowOf, termsOf } from './indexed-case.ts';

type Column = keyof typeof CASE_COLUMNS;
type Query = QueryFilter<Case>;
/** Where MongoDB keeps what a column holds. */
const PATHS: Readonly<Record<Column, string>> = {
  status: 'status',
  category: 'categoryCode',
  district: 'place.districtCode',
  channel: 'channel',
  priority: 'priority',
  departments: 'executors.departmentId',
  marks: 'marks',
  number: 'number',
  dueOn: 'dueOn',
  receivedAt: 'receivedAt',
  lng: 'place.point.coordinates.0',
  lat: 'place.point.coordinates.1',
  awaitingSince: 'awaitingApplicantSince',
  reopenRequestedAt: 'reopenRequestedAt',
};
const NUMBER_DIGITS = 10;
/** A column's value as MongoDB keeps it. */
function storedValue(column: Column, value: string | number): unknown {
  if (typeof value === 'string') return column === 'departments' ? new Types.ObjectId(value) : value;
  if (column === 'number') return String(value).padStart(NUMBER_DIGITS, '0');
  if (column === 'lng' || column === 'lat') return value;
  return column === 'dueOn' ? dateOfDay(value) : new Date(value);
}

/** A filter of columns in MongoDB's language. */
export function storedFilter(filter: CaseFilter): Query {
  if ('in' in filter) {
    const [column, values] = filter.in;
    return { [PATHS[column]]: { $in: values.map((value) => storedValue(column, value)) } };
  }
  if ('between' in filter) {
    const [column, from, to] = filter.between;
    const bounds = {
      ...(from !== null && { $gte: storedValue(column, from) }),
      ...(to !== null && { $lte: storedValue(column, to) }),
    };
    return { [PATHS[column]]: { $ne: null, ...bounds } };
  }
  if ('isNull' in filter) return { [PATHS[filter.isNull]]: null };
  if ('ids' in filter) return { _id: { $in: filter.ids.map((id) => new Types.ObjectId(id)) } };
  if ('not' in filter) return { $nor: [storedFilter(filter.not)] };
  if ('all' in filter) return filter.all.length > 0 ? { $and: filter.all.map(storedFilter) } : {};
  return filter.any.length > 0 ? { $or: filter.any.map(storedFilter) } : { _id: { $in: [] } };
}
/** What lies beyond a place in an order; none stands before every value. */
function beyond({ by, isTurned }: CaseOrder, { key, id }: Place): Query {
  const [path, further] = [PATHS[by], isTurned ? '$lt' : '$gt'];
  const value = key === null ? null : storedValue(by, key);
  const besideIt = { [path]: value, _id: { [further]: new Types.ObjectId(id) } };
  if (value === null) return isTurned ? besideIt : { $or: [{ [path]: { $ne: null } }, besideIt] };
  return { $or: [{ [path]: { [further]: value } }, ...(isTurned ? [{ [path]: null }] : []), besideIt] };
}
const placeOf = (found: Case, by: CaseOrder['by']): Place => ({ id: String(found._id), key: rowOf(found)[by] });

function holdsAll(found: Case, terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const held = new Set(termsOf(found));
  return terms.every((term) => held.has(term));
}
/** Reads every case that fits the filter and looks for the terms itself, for MongoDB knows no stems: slow, exact, and only while the index loads. */
async function pageByTerms({ filter, terms = [] }: WantedCases, order: CaseOrder, from: PageFrom): Promise<Found> {
  const cases = CaseModel.find(storedFilter(filter)).sort(sortOf(order)).select(indexedFields()).lean<Case>().cursor();
  const after = from.after;
  let isBeyond = after === null;
  const rows: Place[] = [];
  let total = 0;
  const within =
    after && (await CaseModel.find({ $and: [storedFilter(filter), beyond(order, after)] }).distinct('_id'));
  const beyondIds = new Set((within ?? []).map(String));
  for await (const each of cases) {
    const found = each as unknown as Case;
    if (!holdsAll(found, terms)) continue;
    total += 1;
    isBeyond ||= beyondIds.has(String(found._id));
    if (isBeyond && rows.length <= from.limit) rows.push(placeOf(found, order.by));
  }
  return { rows: rows.slice(0, from.limit), total, hasMore: rows.length > from.limit };
}
type PageFrom = Parameters<CaseFinder['page']>[2];
type Found = Awaited<ReturnType<CaseFinder['page']>>;
const sortOf = ({ by, isTurned }: CaseOrder): Record<string, SortOrder> => {
  const way = isTurned ? -1 : 1;
  return { [PATHS[by]]: way, _id: way };
};

/** Finds cases by MongoDB alone: while the index loads, and where there is none. */
export const storedCases: CaseFinder = {
  async page(wanted, order, from) {
    if (wanted.terms?.length) return pageByTerms(wanted, order, from);
    const filter = storedFilter(wanted.filter);
    const [found, total] = await Promise.all([
      CaseModel.find({ $and: [filter, from.after ? beyond(order, from.after) : {}] })
        .sort(sortOf(order))
        .limit(from.limit + 1)
        .select(indexedFields())
        .lean<Case[]>(),
      CaseModel.countDocuments(filter),
    ]);
    const rows = found.slice(0, from.limit).map((each) => placeOf(each, order.by));
    return { rows, total, hasMore: found.length > from.limit };
  },
  alike: async () => [],
  async grid({ filter, terms = [] }, area) {
    const counter = new GridCounter(area);
    const needs = terms.length > 0 ? indexedFields() : 'place.point';
    let total = 0;
    for await (const each of CaseModel.find(storedFilter(filter)).select(needs).lean<Case>().cursor()) {
      const found = each as unknown as Case;
      if (!holdsAll(found, terms)) continue;
      total += 1;
      const [lng, lat] = found.place.point?.coordinates ?? [];
      if (lng !== undefined && lat !== undefined) counter.add(lng, lat, String(found._id), (id) => id);
    }
    return counter.grid(total);
  },
  counts: (filters) => Promise.all(filters.map((filter) => CaseModel.countDocuments(storedFilter(filter)))),
};
