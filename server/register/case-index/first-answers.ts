import type { CaseFinder } from './case-finder.ts';
import type { CaseIndexKeeper } from './case-index.keeper.ts';
import { storedCases } from './stored-cases.ts';

/** Who is asked before MongoDB: answers null while it has not read everything. */
export interface FirstAnswers {
  page(...question: Parameters<CaseFinder['page']>): Promise<Awaited<ReturnType<CaseFinder['page']>> | null>;
  alike(...question: Parameters<CaseFinder['alike']>): Promise<string[] | null>;
  counts(...question: Parameters<CaseFinder['counts']>): Promise<number[] | null>;
  grid(...question: Parameters<CaseFinder['grid']>): Promise<Awaited<ReturnType<CaseFinder['grid']>> | null>;
}
let first: FirstAnswers | null = null;
/** Says who is asked first in this process; answers how to take it back. */
export function askFirst(answers: FirstAnswers): () => void {
  first = answers;
  return () => {
    if (first === answers) first = null;
  };
}
/** The answers of an index in this very thread. */
export const answersOf = (keeper: CaseIndexKeeper): FirstAnswers => ({
  page: async (...question) => (await keeper.fresh())?.page(...question) ?? null,
  alike: async (...question) => (await keeper.fresh())?.alike(...question) ?? null,
  counts: async (filters) => (await keeper.fresh())?.counts(filters) ?? null,
  grid: async (...question) => (await keeper.fresh())?.grid(...question) ?? null,
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
