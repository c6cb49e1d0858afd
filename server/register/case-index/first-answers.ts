import { askedBy, type CaseFinder, type FirstAnswers } from './case-finder.ts';
import type { CaseIndexKeeper } from './case-index.keeper.ts';
import { storedCases } from './stored-cases.ts';

let first: FirstAnswers | null = null;
/** Says who is asked first in this process; answers how to take it back. */
export function askFirst(answers: FirstAnswers): () => void {
  first = answers;
  return () => {
    if (first === answers) first = null;
  };
}
/** The answers of an index in this very thread. */
export const answersOf = (keeper: CaseIndexKeeper): FirstAnswers =>
  askedBy(async (name, question) => {
    const index: CaseFinder | null = await keeper.fresh();
    return index ? index[name](...question) : null;
  });

const answered = { index: 0, mongodb: 0 };
/** How many lists this process has answered, by who found their cases. */
export const listsAnswered = (): Readonly<Record<string, number>> => answered;

/** Finds cases by the index where it is ready, else by MongoDB alone. */
export const caseFinder: CaseFinder = {
  async page(...question) {
    const found = await first?.page(...question);
    answered[found ? 'index' : 'mongodb'] += 1;
    return found ?? storedCases.page(...question);
  },
  alike: async (terms) => (await first?.alike(terms)) ?? storedCases.alike(terms),
  counts: async (filters) => (await first?.counts(filters)) ?? storedCases.counts(filters),
  grid: async (...question) => (await first?.grid(...question)) ?? storedCases.grid(...question),
};
