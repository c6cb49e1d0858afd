import type { Actor, Visitor } from '#server/platform/policy.ts';
import { type Case, CaseModel } from './case.model.ts';
import { casePolicy } from './case.policy.ts';
import { caseFinder } from './case-index/first-answers.ts';
import { stemsIn } from './case-index/stems.ts';
import { wholeMetres } from './near-cases.ts';
import { otherCasesOf } from './other-cases.ts';
import { regimeOf } from './regime.ts';
import { likeness, trigramsOf } from './trigrams.ts';

/** Two cases of one category so near to each other, in metres, speak of one thing whatever their words, */
const SAME_PLACE_M = 50;
/** where they came within so many days of each other. */
const FRESH_DAYS = 30;
/** From this share of trigrams in common on, two texts of one author are alike: perhaps a repeat or a duplicate. */
const ALIKE = 0.6;
/** From this one on they are one text, with a few words of each author's own: a mass appeal, wherever it is about. */
const SAME = 0.75;
/** So many near ones are compared, the newest, and so many shown. */
const [MOST_COMPARED, MOST_SHOWN] = [200, 8];
/** Words that short say nothing of the matter. */
const SHORTEST_STEM = 3;
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

const textOf = (found: Case): string => regimeOf(found.regime).textOf(found);

/** The first and the last moment at which a case beside this one came in about the same time. */
const timesBeside = ({ receivedAt }: Case): { $gte: Date; $lte: Date } => ({
  $gte: new Date(receivedAt.getTime() - FRESH_DAYS * DAY_MS),
  $lte: new Date(receivedAt.getTime() + FRESH_DAYS * DAY_MS),
});
async function casesBeside(found: Case): Promise<Case[]> {
  const {
    _id,
    categoryCode,
    place: { point },
  } = found;
  if (!point) return [];
  const within = { $geoWithin: { $centerSphere: [point.coordinates, SAME_PLACE_M / EARTH_RADIUS_M] } };
  return CaseModel.find({ categoryCode, 'place.point': within, receivedAt: timesBeside(found), _id: { $ne: _id } })
    .sort({ receivedAt: -1 })
    .limit(MOST_COMPARED)
    .lean<Case[]>();
}
/** The cases of this regime whose text is of almost the same words, whoever wrote it. */
async function casesWorded(found: Case): Promise<Case[]> {
  const { _id, regime } = found;
  const stems = stemsIn(textOf(found)).filter(({ length }) => length >= SHORTEST_STEM);
  const ids = await caseFinder.alike([...new Set(stems)]);
  return CaseModel.find({ _id: { $in: ids, $ne: _id }, regime }).lean<Case[]>();
}
const isLinked = (a: Case, b: Case): boolean => a.links.some(({ id }) => id.equals(b._id));

/**
 * Up to eight cases that may be about the same as this one, the likeliest first: of its category within 50 m and 30 days; left by the same
 * people in like words; or of almost the same text, whoever sent it. Only what this viewer may read; people count only where this viewer
 * may see them. Merged ones, and those linked already, are left out.
 */
export async function casesLike(found: Case, viewer: Actor | Visitor): Promise<LikeCase[]> {
  const trigrams = trigramsOf(textOf(found));
  const { $gte: from, $lte: to } = timesBeside(found);
  const [beside, ofPeople, worded] = await Promise.all([
    casesBeside(found),
    otherCasesOf(found, viewer),
    casesWorded(found),
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
    const alike = likeness(trigrams, trigramsOf(textOf(one)));
    const [isTextAlike, isSameText] = [alike >= ALIKE, alike >= SAME];
    const isThen = one.receivedAt >= from && one.receivedAt <= to;
    const isBeside = isSameCategory && isThen && metres !== null && metres <= SAME_PLACE_M;
    if (!isBeside && !isSameText && !(isSamePeople && isTextAlike)) return [];
    const mayTakeIn = one.regime === found.regime && one.dueOn !== null && one.status !== 'submitted';
    const rank =
      (isSamePeople ? 2 : 0) + 2 * alike + (isBeside ? 1 - metres / SAME_PLACE_M : 0) + (isSameCategory ? 0.5 : 0);
    return [{ rank, like: { found: one, metres, isSameCategory, isSamePeople, isTextAlike, isSameText, mayTakeIn } }];
  });
  return ranked
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_SHOWN)
    .map(({ like }) => like);
}
