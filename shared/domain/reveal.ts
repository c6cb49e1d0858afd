/** Why somebody who does not handle a case has to see who brought it; one of a list, so that the journal of it holds nothing personal. */
export const REVEAL_REASONS = ['reach', 'identity', 'answer', 'check', 'request'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];
