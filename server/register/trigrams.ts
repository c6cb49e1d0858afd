/** Every three letters in a row of each word of a text, two blanks before it and one after, as pg_trgm of PostgreSQL cuts them. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFC')
      .toLocaleLowerCase('uk')
      .replace(/[’ʼ'`]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const trigrams = new Set<string>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}
/** How much two texts have in common, from 0 to 1: the share of their trigrams that both have (Jaccard’s index); nothing is like no text. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared += 1;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
