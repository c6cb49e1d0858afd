import { now } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { type Case, CaseModel } from './case.model.ts';
import { casePolicy } from './case.policy.ts';
import { caseFinder } from './case-index/first-answers.ts';
import { stemsIn } from './case-index/stems.ts';
import { wholeMetres } from './near-cases.ts';
import { otherCasesOf } from './other-cases.ts';
import { regimeOf } from './regime.ts';

/** Two cases of one category so near to each other, in metres, speak of one thing whatever their words. */
const SAME_PLACE_M = 50;
/** As far as that, only where their words are alike too. */
const NEAR_M = 300;
const FRESH_DAYS = 90;
/** From this share of stems in common on, two texts are alike. */
const ALIKE = 0.35;
/** From this one on they are one text, with a few words of each author's own: a mass appeal, wherever it is about. */
const SAME = 0.8;
/** Words that short say nothing of the matter. */
const SHORTEST_STEM = 3;
/** So many near ones are compared, the newest, and so many shown. */
const [MOST_COMPARED, MOST_SHOWN] = [200, 8];
const EARTH_RADIUS_M = 6_371_000;
const DAY_MS = 86_400_000;

/** A case that may be about the same as another, and why: for somebody to decide, for nothing happens by itself. */
export interface LikeCase {
  found: Case;
  /** Between the two exact points; null where one of them has none. */
  metres: number | null;
  isSameCategory: boolean;
  /** It was left with a contact of the same people. */
  isSamePeople: boolean;
  isTextAlike: boolean;
  /** Almost word for word. */
  isSameText: boolean;
  /** Whether this case could be merged into it now. */
  mayTakeIn: boolean;
}

const stemsOf = (found: Case): ReadonlySet<string> =>
  new Set(stemsIn(regimeOf(found.regime).textOf(found)).filter(({ length }) => length >= SHORTEST_STEM));
/** How much two texts have in common, from 0 to 1 (Dice's coefficient of their stems). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

const freshSince = (): Date => new Date(now().getTime() - FRESH_DAYS * DAY_MS);
async function casesBeside({ _id, categoryCode, place: { point } }: Case): Promise<Case[]> {
  if (!point) return [];
  const within = { $geoWithin: { $centerSphere: [point.coordinates, NEAR_M / EARTH_RADIUS_M] } };
  return CaseModel.find({ categoryCode, 'place.point': within, receivedAt: { $gte: freshSince() }, _id: { $ne: _id } })
    .sort({ receivedAt: -1 })
    .limit(MOST_COMPARED)
    .lean<Case[]>();
}
/** The cases of this regime whose text is of almost the same words, whoever wrote it. */
async function casesWorded({ _id, regime }: Case, stems: ReadonlySet<string>): Promise<Case[]> {
  const ids = await caseFinder.alike([...stems]);
  return CaseModel.find({ _id: { $in: ids, $ne: _id }, regime }).lean<Case[]>();
}
const isLinked = (a: Case, b: Case): boolean => a.links.some(({ id }) => id.equals(b._id));

/**
 * Up to eight cases that may be about the same as this one, the likeliest first: of its category and beside it within the last 90 days; of almost the same text;
 * or left by the same people in like words, or within those days of its category and in no other place. Only what this viewer may read; people count only
 * where this viewer may see them. Merged ones, and those linked already, are left out.
 */
export async function casesLike(found: Case, viewer: Actor | Visitor): Promise<LikeCase[]> {
  const stems = stemsOf(found);
  const [beside, ofPeople, worded] = await Promise.all([
    casesBeside(found),
    otherCasesOf(found, viewer),
    casesWorded(found, stems),
  ]);
  const theirs = new Set(ofPeople.map(({ _id }) => String(_id)));
  const all = new Map([...beside, ...worded, ...ofPeople].map((one) => [String(one._id), one]));
  const ranked = [...all.values()].flatMap((one) => {
    if (one.status === 'merged' || isLinked(found, one) || isLinked(one, found)) return [];
    if (!casePolicy.read(viewer, one)) return [];
    const { point } = one.place;
    const metres = point && found.place.point ? wholeMetres(found.place.point, point) : null;
    const isSameCategory = one.categoryCode === found.categoryCode;
    const isSamePeople = theirs.has(String(one._id));
    const alike = likeness(stems, stemsOf(one));
    const [isTextAlike, isSameText] = [alike >= ALIKE, alike >= SAME];
    const isNear = metres !== null && metres <= NEAR_M;
    const isSamePlace = metres !== null && metres <= SAME_PLACE_M;
    const isFresh = one.receivedAt >= freshSince();
    const isLike = isSamePeople
      ? isTextAlike || (isSameCategory && isFresh && (metres === null || isNear))
      : isSameCategory && (isSamePlace || (isNear && isTextAlike));
    if (!isLike && !isSameText) return [];
    const mayTakeIn = one.regime === found.regime && one.dueOn !== null && one.status !== 'submitted';
    const rank = (isSamePeople ? 2 : 0) + 2 * alike + (isNear ? 1 - metres / NEAR_M : 0) + (isSameCategory ? 0.5 : 0);
    return [{ rank, like: { found: one, metres, isSameCategory, isSamePeople, isTextAlike, isSameText, mayTakeIn } }];
  });
  return ranked
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_SHOWN)
    .map(({ like }) => like);
}
