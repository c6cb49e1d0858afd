import { DUE_BANDS } from '#shared/contract/register-list.ts';

/** What a list can be narrowed by, in the order in which it is shown and written; the names are those of the request. */
export const FILTER_NAMES = [
  'q',
  'status',
  'category',
  'district',
  'department',
  'channel',
  'priority',
  'due',
  'receivedFrom',
  'receivedTo',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
/** What a list is narrowed by now, as the address has it; the server says what is wrong with a value that it does not know. */
export type Filters = Readonly<
  Partial<Record<Exclude<FilterName, 'due'>, string> & { due: (typeof DUE_BANDS)[number] }>
>;

const isKnown = (name: FilterName, value: string): boolean =>
  name !== 'due' || (DUE_BANDS as readonly string[]).includes(value);
/** The filters of an address; what is empty or unknown is none. */
export const readFilters = (search: URLSearchParams): Filters =>
  Object.fromEntries(
    FILTER_NAMES.flatMap((name) => {
      const value = search.get(name)?.trim();
      return value && isKnown(name, value) ? [[name, value] as const] : [];
    }),
  );
/** The filters as they stand in an address, always in the same order. */
export const writeFilters = (filters: Filters): [name: FilterName, value: string][] =>
  FILTER_NAMES.flatMap((name) => {
    const value = filters[name];
    return value ? [[name, value] as [FilterName, string]] : [];
  });
/** The longest search that the register takes, in characters. */
const LONGEST = 200;
/** Why a search cannot be asked for: it is too long, or has no letter and no digit; null where it can. */
export function searchFlaw(q: string): 'tooLong' | 'noWords' | null {
  if (q.length > LONGEST) return 'tooLong';
  return q === '' || /[\p{L}\p{N}]/u.test(q) ? null : 'noWords';
}
/** The filters without one of them. */
export const without = (filters: Filters, gone: FilterName): Filters =>
  Object.fromEntries(writeFilters(filters).filter(([name]) => name !== gone));
