import type { CaseFinder } from './case-finder.ts';

/** What the thread of the case index is told and asked. */
export type ToIndex =
  | { do: 'touch'; ids: readonly string[] }
  | { do: 'reload' }
  | { do: 'page'; n: number; question: Parameters<CaseFinder['page']> }
  | { do: 'alike'; n: number; question: Parameters<CaseFinder['alike']> }
  | { do: 'counts'; n: number; question: Parameters<CaseFinder['counts']> }
  | { do: 'grid'; n: number; question: Parameters<CaseFinder['grid']> };

/** What it answers to the question of that number; null where it cannot, so that MongoDB is asked. */
export interface FromIndex {
  n: number;
  answer: Awaited<ReturnType<CaseFinder[keyof CaseFinder]>> | null;
}
