import type { historyFaults } from '#shared/texts/uk/history-faults.ts';

/** What can be wrong with a subject, a root or what they tell of; the words are in shared/texts. */
export type HistoryFault = keyof typeof historyFaults;
