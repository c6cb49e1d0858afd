/** Small letters without marks and signs, words apart by one space. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’'ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The part of a Ukrainian or Russian word that stays as it is declined: long words lose two letters, short ones a vowel at their end. */
const stem = (word: string): string =>
  word.length > 5 ? word.slice(0, -2) : word.replace(/(?<=..)[аеєиіїйоуюяыэёь]$/, '');
/** No query needs more words. */
const MOST = 8;
/** The beginnings that the words of a query stand for; a text fits that has a word for each of them. */
export const stemsOf = (query: string): string[] =>
  plainWords(query).split(' ').filter(Boolean).slice(0, MOST).map(stem);
