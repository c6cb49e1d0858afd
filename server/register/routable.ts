import { anyCategoryOf } from '#server/catalogue/index.ts';
import type { RoutableCase } from '#shared/domain/routing.ts';
import { type Case, CaseModel } from './case.model.ts';
import { termsOf } from './case-index/indexed-case.ts';
import { regimeOf } from './regime.ts';

/** A topic and all topics above it, itself first. */
function categoryPath(code: string): string[] {
  const path: string[] = [];
  for (let at: string | null = code; at && !path.includes(at); at = anyCategoryOf(at)?.parentCode ?? null)
    path.push(at);
  return path;
}
/** What routing rules look at in a case: the stems are those by which the register finds it. */
export const routableOf = (found: Case): RoutableCase => ({
  categoryPath: categoryPath(found.categoryCode),
  districtCode: found.place.districtCode,
  channel: found.channel,
  stems: new Set(termsOf(found)),
});
/** Why the law keeps a case from this department, as a reason code, or null: the very guard of its assignment. */
export const objectionToDepartment = (found: Case, departmentId: string): string | null =>
  regimeOf(found.regime).guard('assign', found, { expectedVersion: found.version, departmentId });

/** Cases received since then, newest first, `most` of them at the most, and how many there are in all. */
export async function casesSince(from: Date, most: number): Promise<{ total: number; cases: AsyncIterable<Case> }> {
  const since = { receivedAt: { $gte: from } };
  const total = await CaseModel.countDocuments(since);
  return { total, cases: CaseModel.find(since).sort({ receivedAt: -1, _id: -1 }).limit(most).lean<Case[]>().cursor() };
}
