import type { Draw } from '../random.ts';

/** Says what stands in the place of that name; throws where it knows of none. */
export type Slots = (name: string, draw: Draw) => string;

type Part = string | { slot: string } | readonly (readonly Part[])[];

/**
 * Reads a phrase: `{one|another}` is either (and may be nested or empty), `[name]` is a place to be filled.
 * Throws where a bracket is left open.
 */
function read(phrase: string): readonly Part[] {
  let at = 0;
  const sequence = (end: string): Part[] => {
    const parts: Part[] = [];
    while (at < phrase.length && !end.includes(phrase[at] ?? '')) {
      if (phrase[at] === '{') parts.push(choice());
      else if (phrase[at] === '[') parts.push(slot());
      else parts.push(plain());
    }
    return parts;
  };
  const plain = (): string => {
    const start = at;
    while (at < phrase.length && !'{}[]|'.includes(phrase[at] ?? '')) at += 1;
    if (at === start) throw new Error(`a stray ${phrase[at]} in: ${phrase}`);
    return phrase.slice(start, at);
  };
  const slot = (): { slot: string } => {
    const end = phrase.indexOf(']', at);
    if (end < 0) throw new Error(`an open [ in: ${phrase}`);
    const name = phrase.slice(at + 1, end);
    at = end + 1;
    return { slot: name };
  };
  const choice = (): readonly (readonly Part[])[] => {
    const options: Part[][] = [];
    do {
      at += 1;
      options.push(sequence('|}'));
    } while (phrase[at] === '|');
    if (phrase[at] !== '}') throw new Error(`an open { in: ${phrase}`);
    at += 1;
    return options;
  };
  return sequence('');
}

const said = (parts: readonly Part[], draw: Draw, slots: Slots): string => {
  let words = '';
  for (const part of parts) {
    if (typeof part === 'string') words += part;
    else if ('slot' in part) words += slots(part.slot, draw);
    else words += said(draw.pick(part), draw, slots);
  }
  return words;
};

const known = new Map<string, readonly Part[]>();
/** Says a phrase in one of its ways. */
export function say(phrase: string, draw: Draw, slots: Slots): string {
  let parts = known.get(phrase);
  if (!parts) {
    parts = read(phrase);
    known.set(phrase, parts);
  }
  return said(parts, draw, slots);
}
/** With a capital letter and a full stop. */
export const asSentence = (words: string): string => {
  const trimmed = words.trim();
  const end = /[.?…]$/.test(trimmed) ? '' : '.';
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1) + end;
};
