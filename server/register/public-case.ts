import type { QueryFilter } from 'mongoose';
import { anyCategoryOf, catalogue } from '#server/catalogue/index.ts';
import { isOverdue } from '#server/deadlines/index.ts';
import { hiddenDistricts, isHidden, WHOLE_CITY } from '#server/moderation/index.ts';
import { now, today } from '#server/platform/clock.ts';
import type { PublicCase } from '#shared/contract/public-case.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import type { PublicationState, WhyUnseen } from '#shared/domain/publication.ts';
import type { Case, Publication } from './case.model.ts';
import { mainDepartment } from './case.row.ts';
import { publicStatusOf } from './regime.ts';

/** So much of a case as says whether everybody may see it. */
interface Shown extends Pick<Case, 'categoryCode'> {
  publication: Pick<Publication, 'state' | 'visibleFrom' | 'districtCode'>;
}

/** Whether cases of this category may be shown to everybody at all; one that the tree has lost may not. */
export function isShownCategory(code: string): boolean {
  const category = anyCategoryOf(code);
  return category !== undefined && category.publicity !== 'never';
}
/** What keeps this case from everybody's eyes now, for those who handle it; null where nothing does. */
export function whyUnseen({ categoryCode, publication }: Shown): WhyUnseen | null {
  const { state, visibleFrom, districtCode } = publication;
  if (state === 'none' || !visibleFrom) return 'unpublished';
  if (!isShownCategory(categoryCode)) return 'category';
  if (visibleFrom > now()) return 'delayed';
  return isHidden(districtCode) ? 'district' : null;
}
/** Whether everybody may see this case now: published, its time come, its category public and its district not hidden. The one predicate of every public path. */
export const isPublic = (found: Shown): boolean => whyUnseen(found) === null;
/** What was ever put before the public, in MongoDB's language, whether or not it may be seen now. */
export const IS_PUBLISHED = { 'publication.state': { $in: ['anonymised', 'public'] satisfies PublicationState[] } };
/** `isPublic` said in MongoDB's language; a property test holds the two together. */
export function publiclyReadable(): QueryFilter<Case> {
  const hidden = hiddenDistricts();
  if (hidden.includes(WHOLE_CITY)) return { _id: { $in: [] } };
  const shown = catalogue().categories.flatMap(({ code, publicity }) => (publicity === 'never' ? [] : [code]));
  return {
    ...IS_PUBLISHED,
    'publication.visibleFrom': { $lte: now() },
    'publication.districtCode': { $nin: hidden },
    categoryCode: { $in: shown },
  };
}

/** What everybody may see of a case; null where that is nothing. The only way by which a case leaves for the public. */
export function publicCaseOf(found: Case): PublicCase | null {
  if (!isPublic(found)) return null;
  const { text, answer, photoIds, point, address, districtCode } = found.publication;
  return {
    id: String(found._id),
    number: found.number,
    status: publicStatusOf(found),
    isOverdue: isOverdue(found.dueOn, today()),
    receivedAt: found.receivedAt.toISOString(),
    dueOn: found.dueOn,
    answeredOn: found.answeredOn,
    categoryCode: found.categoryCode,
    department: mainDepartment(found)?.name ?? null,
    districtCode,
    address,
    point,
    text,
    answer,
    photoIds: photoIds.map(String),
    applicants: found.applicants,
    steps: found.steps.map(({ status, at }) => ({ status: status as PublicStatus, at: at.toISOString() })),
  };
}
