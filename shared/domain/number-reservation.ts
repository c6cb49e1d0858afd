/** Register numbers that one reservation can keep for a journal on paper: as many as one day without power brings, and one transaction writes. */
export const MOST_RESERVED = 200;
/** How many days ahead of a journal its numbers can be kept, in calendar days: as far as outages are foretold. */
export const RESERVED_AHEAD_DAYS = 30;

/** What became of a reserved number: it waits, an appeal that was written down on paper has it, or an act says that nothing will. */
export const NUMBER_STATES = ['left', 'used', 'closed'] as const;
export type NumberState = (typeof NUMBER_STATES)[number];
