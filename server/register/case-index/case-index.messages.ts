import type { Answers, Questions } from './case-finder.ts';

/** A question and its number. */
export type Asked<Name extends keyof Questions = keyof Questions> = {
  [N in Name]: { do: 'answer'; n: number; name: N; question: Questions[N] };
}[Name];
/** What the thread of the case index is told and asked. */
export type ToIndex = { do: 'touch'; ids: readonly string[] } | { do: 'reload' } | Asked;

/** What it answers to the question of that number; null where it cannot, so that MongoDB is asked. */
export interface FromIndex {
  n: number;
  answer: Answers[keyof Answers] | null;
}
