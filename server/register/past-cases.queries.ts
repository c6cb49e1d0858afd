import { type Case, CaseModel } from './case.model.ts';

/** Which of these rows of another register are cases here already, by their keys there. */
export async function pastKeysAmong(source: string, keys: readonly string[]): Promise<Set<string>> {
  const found = await CaseModel.find({ 'past.source': source, 'past.key': { $in: [...keys] } })
    .select('past')
    .lean<Pick<Case, '_id' | 'past'>[]>();
  return new Set(found.flatMap(({ past }) => past?.key ?? []));
}
