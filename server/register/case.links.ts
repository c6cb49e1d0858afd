import type { CaseCard } from '#shared/contract/register.ts';
import { type Case, CaseModel } from './case.model.ts';

/** The cases to which this one is linked, and those that are linked to it. */
export async function linksOf(found: Case): Promise<CaseCard['links']> {
  const [named, naming] = await Promise.all([
    CaseModel.find({ _id: { $in: found.links.map(({ id }) => id) } })
      .select('number')
      .lean<Pick<Case, '_id' | 'number'>[]>(),
    CaseModel.find({ 'links.id': found._id }).select('number links').lean<Pick<Case, '_id' | 'number' | 'links'>[]>(),
  ]);
  const to = found.links.flatMap(({ kind, id }) => {
    const other = named.find(({ _id }) => _id.equals(id));
    return other ? [{ kind, direction: 'to' as const, id: String(id), number: other.number }] : [];
  });
  const from = naming.flatMap(({ _id, number, links }) =>
    links.flatMap(({ kind, id }) =>
      id.equals(found._id) ? [{ kind, direction: 'from' as const, id: String(_id), number }] : [],
    ),
  );
  return [...to, ...from];
}
