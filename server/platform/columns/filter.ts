/** `code`: one string or none; `codes`: any number of strings; `number`: a finite number or none; `rare`: one that few rows have. */
export type ColumnKind = 'code' | 'codes' | 'number' | 'rare';
/** The columns of a table and what lies in them. */
export type Columns = Readonly<Record<string, ColumnKind>>;
type Named<S extends Columns, K extends ColumnKind> = { [N in keyof S]: S[N] extends K ? N : never }[keyof S] & string;

/**
 * What a row must be, for any column in any combination. `in` of `codes` holds where the row has at least one of them; no
 * number that is not there lies between any; `all` of nothing holds for every row, `any` of nothing for none.
 */
export type Filter<S extends Columns> =
  | { in: readonly [column: Named<S, 'code' | 'codes'>, values: readonly string[]] }
  | { between: readonly [column: Named<S, 'number' | 'rare'>, from: number | null, to: number | null] }
  | { isNull: Named<S, 'code' | 'number' | 'rare'> }
  | { ids: readonly string[] }
  | { not: Filter<S> }
  | { all: readonly Filter<S>[] }
  | { any: readonly Filter<S>[] };

/** The values of one row. */
export type Row<S extends Columns> = {
  [N in keyof S]: S[N] extends 'code' ? string | null : S[N] extends 'codes' ? readonly string[] : number | null;
};
