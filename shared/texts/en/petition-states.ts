import type { petitionDecisions as decisions, petitionStates as states } from '#shared/texts/uk/petition-states.ts';

/** The states of a petition that was published, in English. */
export const petitionStates: typeof states = {
  collecting: 'Open for signatures',
  threshold_reached: 'Enough signatures',
  under_review: 'Under review',
  answered: 'Answered',
  failed_to_appeal: 'Became a citizens’ appeal',
  archived: 'Archived',
};
/** What the council decided, in English. */
export const petitionDecisions: typeof decisions = {
  supported: 'Supported',
  partially: 'Supported in part',
  not_supported: 'Not supported',
};
