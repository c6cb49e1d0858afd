import type { DayRuleId } from './legal-clock/rules.ts';
import type { Arrow } from './workflow.ts';

/** The states of an electronic petition (Law 393/96-ВР, art. 23-1); `unconfirmed` was written and not sent yet. */
export const PETITION_STATUSES = [
  'unconfirmed',
  'submitted',
  'collecting',
  'threshold_reached',
  'under_review',
  'answered',
  'failed_to_appeal',
  'rejected',
  'withdrawn',
  'merged',
  'archived',
] as const;
export type PetitionStatus = (typeof PETITION_STATUSES)[number];
/** The states in which anybody sees a petition. */
export const PUBLIC_PETITION_STATUSES = [
  'collecting',
  'threshold_reached',
  'under_review',
  'answered',
  'failed_to_appeal',
  'archived',
] as const satisfies readonly PetitionStatus[];
export type PublicPetitionStatus = (typeof PUBLIC_PETITION_STATUSES)[number];

export const PETITION_VERBS = [
  'confirm',
  'suggest',
  'revise',
  'withdraw',
  'publish',
  'reject',
  'merge',
  'declare',
  'convert',
  'correct',
  'announce',
  'prolong',
  'conclude',
  'answer',
  'keep',
  'archive',
] as const;
export type PetitionVerb = (typeof PETITION_VERBS)[number];
/** Of staff, of the author, and of the product itself where time or a count moves a petition. */
export type PetitionPermission = 'petition.moderate' | 'petition.review' | 'petition.own' | 'petition.run';
/** The one thing that a move cannot do without, by its name in the request. */
type PetitionInput =
  | 'nothing'
  | 'suggestion'
  | 'revision'
  | 'rejection'
  | 'correction'
  | 'primaryNumber'
  | 'hearing'
  | 'reviewedOn'
  | 'answer'
  | 'promise';

/** One arrow: the terms that run are met by it, save by one that prolongs them or leaves them alone, and another begins. */
export interface PetitionMove extends Arrow<PetitionStatus, PetitionVerb, PetitionPermission> {
  to: PetitionStatus;
  input: PetitionInput;
  clock: 'met' | 'prolonged' | 'none';
  starts: DayRuleId | null;
}
type M = PetitionMove;
type Row = [M['from'], M['verb'], M['to'], M['permission'], PetitionInput, M['event'], M['starts'], M['clock']?];
const ROWS: readonly Row[] = [
  ['unconfirmed', 'confirm', 'submitted', 'petition.own', 'nothing', 'petition.submitted', 'petition.moderation'],
  // The two working days run on: the law knows no pause while the author thinks a suggestion over.
  ['submitted', 'suggest', 'submitted', 'petition.moderate', 'suggestion', 'petition.suggested', null, 'none'],
  ['submitted', 'revise', 'submitted', 'petition.own', 'revision', 'petition.revised', null, 'none'],
  ['submitted', 'withdraw', 'withdrawn', 'petition.own', 'nothing', 'petition.withdrawn', null],
  ['submitted', 'publish', 'collecting', 'petition.moderate', 'nothing', 'petition.published', 'petition.collection'],
  ['submitted', 'reject', 'rejected', 'petition.moderate', 'rejection', 'petition.rejected', null],
  ['submitted', 'merge', 'merged', 'petition.moderate', 'primaryNumber', 'petition.merged', null],
  [
    'collecting',
    'declare',
    'threshold_reached',
    'petition.run',
    'nothing',
    'petition.threshold',
    'petition.reviewNotice',
  ],
  ['collecting', 'convert', 'failed_to_appeal', 'petition.run', 'nothing', 'petition.failed', null],
  // What an association sent and a clerk mistyped; once the council has announced the review it is too late.
  [
    'threshold_reached',
    'correct',
    'threshold_reached',
    'petition.moderate',
    'correction',
    'petition.corrected',
    null,
    'none',
  ],
  [
    'threshold_reached',
    'announce',
    'under_review',
    'petition.review',
    'nothing',
    'petition.announced',
    'petition.review',
  ],
  ['under_review', 'prolong', 'under_review', 'petition.review', 'hearing', 'petition.prolonged', null, 'prolonged'],
  [
    'under_review',
    'conclude',
    'under_review',
    'petition.review',
    'reviewedOn',
    'petition.reviewed',
    'petition.answerPublish',
  ],
  ['under_review', 'answer', 'answered', 'petition.review', 'answer', 'petition.answered', null],
  ['answered', 'keep', 'answered', 'petition.review', 'promise', 'petition.promise-kept', null, 'none'],
  ['answered', 'archive', 'archived', 'petition.run', 'nothing', 'petition.archived', null],
  ['failed_to_appeal', 'archive', 'archived', 'petition.run', 'nothing', 'petition.archived', null],
];
/** All arrows of a petition; any pair (from, verb) that is not listed is refused. */
export const PETITION_WORKFLOW: readonly PetitionMove[] = ROWS.map(
  ([from, verb, to, permission, input, event, starts, clock = 'met']) => ({
    from,
    verb,
    to,
    permission,
    input,
    event,
    starts,
    clock,
  }),
);
