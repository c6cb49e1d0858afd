import type { PipelineStage } from 'mongoose';
import { countCases } from '#server/register/index.ts';
import {
  AUTHOR_GROUPS,
  type AuthorGroup,
  CODE_OF_RESULT,
  CODE_OF_STATUS,
  FIGURES,
  type Figure,
  type Figures,
  type Period,
  type ResultCode,
  STATUSES_WITH_ANSWER,
} from '#shared/domain/figures.ts';
import { instantsOf } from './days.ts';

type Expression = Record<string, unknown>;
const countIf = (condition: Expression): Expression => ({ $sum: { $cond: [condition, 1, 0] } });
const isOneOf = (field: string, values: readonly string[]): Expression => ({ $in: [field, [...values]] });
const field = (name: string): string => `$classification.${name}`;

const namesOf = (codes: Readonly<Partial<Record<string, ResultCode>>>, wanted: ResultCode): string[] =>
  Object.entries(codes).flatMap(([name, code]) => (code === wanted ? [name] : []));
/** Whether that is the result by section 9 of the classifier, out of the state and the answer that stands. */
const cameTo = (code: ResultCode): Expression => ({
  $or: [
    isOneOf('$status', namesOf(CODE_OF_STATUS, code)),
    { $and: [isOneOf('$status', STATUSES_WITH_ANSWER), isOneOf('$result', namesOf(CODE_OF_RESULT, code))] },
  ],
});
const hasAuthorOf = (group: AuthorGroup): Expression => ({
  $gt: [{ $size: { $setIntersection: [{ $ifNull: [field('authorCategories'), []] }, [...AUTHOR_GROUPS[group]]] } }, 0],
});
/** How each figure is counted: the one place that does. */
const COUNTS: Readonly<Record<Figure, Expression>> = {
  total: { $sum: 1 },
  people: { $sum: '$applicants' },
  collective: countIf({ $eq: [field('subject'), '5.2'] }),
  repeated: countIf({ $eq: [field('recurrence'), '2.2'] }),
  byPost: countIf(isOneOf(field('receiptForm'), ['1.1', '1.1.1'])),
  atReception: countIf({ $eq: [field('receiptForm'), '1.2'] }),
  proposal: countIf({ $eq: ['$kind', 'proposal'] }),
  application: countIf({ $eq: ['$kind', 'application'] }),
  complaint: countIf({ $eq: ['$kind', 'complaint'] }),
  resolved: countIf(cameTo('9.1')),
  refused: countIf(cameTo('9.2')),
  explained: countIf(cameTo('9.3')),
  returned: countIf(cameTo('9.4')),
  forwarded: countIf(cameTo('9.5')),
  notSubject: countIf(cameTo('9.6')),
  heroes: countIf(hasAuthorOf('heroes')),
  protected: countIf(hasAuthorOf('protected')),
  ofWar: countIf(hasAuthorOf('ofWar')),
  withDisability: countIf(hasAuthorOf('withDisability')),
  labourVeterans: countIf(hasAuthorOf('labourVeterans')),
  childrenOfWar: countIf(hasAuthorOf('childrenOfWar')),
  families: countIf(hasAuthorOf('families')),
  ofChornobyl: countIf(hasAuthorOf('ofChornobyl')),
};

/** The registered appeals that were received in a period, by Kyiv's days. */
export const registeredIn = (period: Period): PipelineStage.Match => {
  const { from, until } = instantsOf(period);
  return {
    $match: { receivedAt: { $gte: from, $lt: until }, regime: 'appeal', 'registrationIndex.seq': { $gt: 0 } },
  };
};
/** By what a set of appeals is told apart. */
const KEYS = { receiptForm: field('receiptForm'), questionGroup: '$questionGroup' } as const;
/** All figures of the appeals received in a period, for each value of a key that occurs. */
export async function figuresBy<Key extends string | number>(
  period: Period,
  key: keyof typeof KEYS,
): Promise<ReadonlyMap<Key, Figures>> {
  const rows = await countCases<Figures & { _id: Key }>([
    registeredIn(period),
    { $group: { _id: KEYS[key], ...COUNTS } } as PipelineStage.Group,
  ]);
  return new Map(rows.map(({ _id, ...figures }) => [_id, figures]));
}
/** Several sets as one. */
export const sumOf = (sets: readonly Figures[]): Figures =>
  Object.fromEntries(FIGURES.map((figure) => [figure, sets.reduce((sum, set) => sum + set[figure], 0)])) as Figures;
