import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { casesOf } from '#server/register/index.ts';
import type { DeskView } from '#shared/contract/desk-views.ts';
import { type ListQuery, listCases } from '#shared/contract/register-list.ts';
import { DeskViewModel, type DeskViewRow } from './desk-view.model.ts';

/** What a kept list asks of the register; 422 for a filter that no list has, or a value that it does not take. */
export function questionOf({ view, filters }: Pick<DeskViewRow, 'view' | 'filters'>): ListQuery {
  const { success, data } = listCases.query.safeParse({ ...filters, view, limit: '1' });
  const isKnown = Object.keys(filters).every((name) => name in listCases.query.shape);
  if (success && isKnown) return data;
  throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'filters', code: 'field.invalid' }] });
}
/** A kept list with how many cases it holds for its owner now. */
export async function presentView(actor: Actor | Visitor, row: DeskViewRow): Promise<DeskView> {
  const { total } = await casesOf(actor, questionOf(row));
  return { id: String(row._id), name: row.name, view: row.view, filters: row.filters, count: total };
}
const byName = new Intl.Collator('uk').compare;
/** One’s own lists by name. */
export async function viewsOf(actor: Actor | Visitor): Promise<DeskView[]> {
  const rows = await DeskViewModel.find({ staffId: actor?.id ?? '' }).lean<DeskViewRow[]>();
  const views = await Promise.all(rows.map((row) => presentView(actor, row)));
  return views.sort((a, b) => byName(a.name, b.name));
}
