import type { QueryFilter } from 'mongoose';
import { isHidden } from '#server/moderation/index.ts';
import { districtOf } from '#server/places/index.ts';
import type { PublicCase } from '#shared/contract/public-case.ts';
import { type Case, CaseModel } from './case.model.ts';
import { publicCaseOf, publiclyReadable } from './public-case.ts';

/** Which public cases are asked for; all of them where nothing is said. */
export interface NewsOf {
  districtCode?: string;
  categoryCodes?: readonly string[];
  number?: string;
}
/** When something new was to be seen of a case: that it was published, or a new state. `to` is left out of it. */
export interface NewsTime {
  from: Date;
  to: Date;
}
/** Said as the index by date of publication has it: without it every case of the city would be walked and sorted. */
const PUBLISHED: QueryFilter<Case> = { 'publication.at': { $type: 'date' } };
const about = ({ districtCode, categoryCodes, number }: NewsOf): QueryFilter<Case> => ({
  ...(districtCode !== undefined && { 'publication.districtCode': districtCode }),
  ...(categoryCodes && { categoryCode: { $in: [...categoryCodes] } }),
  ...(number !== undefined && { number }),
});

/** Whether this is a district that is hidden or that the city does not know: the store would look through every case to find nothing. */
const isNowhere = ({ districtCode }: NewsOf): boolean =>
  districtCode !== undefined && (isHidden(districtCode) || districtOf(districtCode) === undefined);

async function lastPublished(of: NewsOf, more: QueryFilter<Case>, limit: number): Promise<PublicCase[]> {
  if (isNowhere(of)) return [];
  const found = await CaseModel.find({ $and: [publiclyReadable(), PUBLISHED, about(of), more] })
    .sort({ 'publication.visibleFrom': -1, _id: -1 })
    .limit(limit)
    .lean<Case[]>();
  return found.flatMap((one) => publicCaseOf(one) ?? []);
}
/** The public cases of which there is news in that time, last published first. */
export function publicNews(of: NewsOf, { from, to }: NewsTime, limit: number): Promise<PublicCase[]> {
  const when = { $gte: from, $lt: to };
  return lastPublished(
    of,
    { $or: [{ 'publication.visibleFrom': when }, { steps: { $elemMatch: { at: when } } }] },
    limit,
  );
}
/** The public cases that were published last. */
export const latestPublic = (of: NewsOf, limit: number): Promise<PublicCase[]> => lastPublished(of, {}, limit);
