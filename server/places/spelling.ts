/** Every sign that people put for an apostrophe; the letter U+02BC among them is the right one. */
const APOSTROPHES = /[\u0027\u0060\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]/g;
const MARKS = /\p{M}/gu;

/** Letters that sound or look alike, so that neither a Russian spelling nor a Latin letter among Cyrillic ones hides a street. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ ґ: 'г', є: 'е', э: 'е', и: 'і', ы: 'і', ъ: '' },
  ...{ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у' },
};
const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(APOSTROPHES, '');

/** A name in Cyrillic as it is compared: letter by letter, so that one wrong letter stays one. й, ї and ё lose their marks. */
export function foldCyrillic(text: string): string {
  let folded = '';
  for (const letter of plain(text)) folded += ALIKE[letter] ?? letter;
  return folded;
}
/** A name in Latin letters as it is compared: the many ways to write и, й, х and doubled letters become one. */
export const foldLatin = (text: string): string =>
  plain(text)
    .replace(/[yj]/g, 'i')
    .replace(/kh/g, 'h')
    .replace(/w/g, 'v')
    .replace(/(\p{L})\1+/gu, '$1');

const UKRAINIAN: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i' },
  ...{ й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh' },
  ...{ ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia' },
};
const RUSSIAN: Readonly<Record<string, string>> = { ...UKRAINIAN, г: 'g', и: 'i', ё: 'e', э: 'e', ы: 'y', ъ: '' };
/** A name in Latin letters as passports write it (CMU 55 of 2010), or as Russian names are commonly written. */
export const inLatin = (name: string, tongue: 'uk' | 'ru'): string =>
  name.toLowerCase().replace(/\p{L}/gu, (letter) => (tongue === 'uk' ? UKRAINIAN : RUSSIAN)[letter] ?? letter);
