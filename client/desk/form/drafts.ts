/** The values of a form by the names of its fields; an unticked box is empty. */
export type Values = Readonly<Record<string, string>>;

/** What was typed into forms of this page and not yet sent, so that looking elsewhere loses nothing. */
export interface Drafts {
  of(key: string): Values | undefined;
  /** Keeps what differs from an untouched form, and forgets what does not. */
  keep(key: string, values: Values, untouched: Values): void;
  drop(key: string): void;
  /** True where anything is kept under a key that begins so. */
  has(prefix: string): boolean;
}
const isSame = (a: Values, b: Values): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => (a[name] ?? '') === (b[name] ?? ''));

/** Drafts that live as long as the page, in its memory alone: they hold personal data. */
export function memoryDrafts(): Drafts {
  const kept = new Map<string, Values>();
  return {
    of: (key) => kept.get(key),
    keep(key, values, untouched) {
      if (isSame(values, untouched)) kept.delete(key);
      else kept.set(key, values);
    },
    drop: (key) => void kept.delete(key),
    has: (prefix) => [...kept.keys()].some((key) => key.startsWith(prefix)),
  };
}
