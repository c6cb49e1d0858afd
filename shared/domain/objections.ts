/** Why a move that the workflow lists is refused all the same; `not-from-this-status` is what the workflow itself says of all others. */
export const OBJECTIONS = [
  'not-from-this-status',
  'term-lapsed',
  'return-too-late',
  'decline-too-late',
  'no-promise',
  'promise-pending',
  'nothing-asked',
  'past-case',
  'already-administrative',
  'same-executor-twice',
  'contested-department',
  'not-a-complaint',
  'not-an-application',
  'others-merged-in',
  'first-head-only',
  'review-over',
  'collection-runs',
  'same-petition',
  'collected-here',
] as const;
export type Objection = (typeof OBJECTIONS)[number];
