import type { Transaction } from '#server/platform/transaction.ts';
import { nextInSeries } from '#server/register/index.ts';

/** The next number of a petition, of the one series that all have; it goes back with the transaction where that fails. */
export const nextPetitionNumber = (tx: Transaction): Promise<number> => nextInSeries(tx, 'petition');
