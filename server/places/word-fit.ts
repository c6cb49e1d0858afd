import { editsWithinPrefix } from './edit-distance.ts';
import { mistakesIn, type Word } from './words.ts';

/** How the words of a query sit in the words of a name. */
export interface Fit {
  /** Every word of the name proper was typed in full, and nothing else. */
  isWhole: boolean;
  /** The first word of the name proper was typed, or begun. */
  isFirst: boolean;
  /** A kind of street was typed that this is not. */
  isOtherKind: boolean;
}
type Likeness = (typed: Word, written: Word) => boolean;

const isSame: Likeness = (typed, written) =>
  typed.text === written.text ||
  (typed.kind !== null && typed.kind === written.kind) ||
  (typed.number !== null && typed.number === written.number);
const isBegun: Likeness = (typed, written) => written.text.startsWith(typed.text);
const isMistyped: Likeness = (typed, written) => {
  const max = mistakesIn(typed);
  return max > 0 && editsWithinPrefix(typed, written, max) <= max;
};

/** Gives each waiting word one of the free ones that it is like; answers the words that still wait. */
function place(waiting: readonly Word[], free: Word[], isLike: Likeness): Word[] {
  return waiting.filter((word) => {
    const at = free.findIndex((other) => isLike(word, other));
    if (at >= 0) free.splice(at, 1);
    return at < 0;
  });
}

/** Gives each typed word a word of the name of its own; null where one is left over, save a word for some kind of street. */
export function fitOf(typed: readonly Word[], written: readonly Word[], withMistakes: boolean): Fit | null {
  const free = [...written];
  let waiting = place(typed, free, isSame);
  const isWhole = ![...waiting, ...free].some(({ kind }) => kind === null);
  waiting = place(waiting, free, isBegun);
  if (withMistakes) waiting = place(waiting, free, isMistyped);
  if (waiting.length === typed.length || waiting.some(({ kind }) => kind === null)) return null;
  const kinds = written.filter(({ kind }) => kind !== null);
  const first = written.find(({ kind, number }) => kind === null && number === null);
  return {
    isWhole,
    isFirst: first !== undefined && !free.includes(first),
    isOtherKind: waiting.length > 0 && kinds.length > 0 && kinds.every((kind) => free.includes(kind)),
  };
}
