/** Apostrophes and the accent of dictionaries, which people type in many ways or leave out. */
const MARKS = /['’ʼ`´‘]|\u0301/g;
const VOWELS = 'аеиіоуюяїє';
/** A word of letters, or digits: a house number is looked for too. */
const WORD = /\p{L}+|\p{N}+/gu;
const CYRILLIC = /^[а-яіїєґ]+$/;

/** Endings of declension and of the verbs of reports; the longest that leaves two letters, a vowel among them, is taken off. */
const ENDING = new RegExp(
  `^(.{2,}?)(?:${[
    'ами|ями|ам|ям|ах|ях|ом|ем|єм|ою|ею|єю|ів|їв|ей|еві|ові|єві',
    'ий|ій|ого|ього|ому|ьому|им|ім|ої|ьої|их|іх|ими|іми',
    'увати|ювати|ував|ював|увала|ювала|ували|ювали|ує|ює|ують|юють|ає|яє|ають|яють|ить|ять|ать|уть|ють|еть',
  ].join('|')})$`,
);
const LAST_VOWEL = /^(.{2,}?)[аяуюоеєиіїьй]$/;
/** The consonants that change before «-і»: «дорога, дорозі», «рука, руці», «муха, мусі». */
const TURNED: Readonly<Record<string, string>> = { з: 'г', ц: 'к', с: 'х' };

const hasVowel = (word: string): boolean => [...word].some((letter) => VOWELS.includes(letter));
const withoutEnding = (word: string): string => {
  const shorter = [ENDING, LAST_VOWEL]
    .map((pattern) => pattern.exec(word)?.[1])
    .find((found) => found && hasVowel(found));
  return shorter ?? word;
};
/** «доріг, дорога», «вікон, вікна»: the vowel before the last consonant comes and goes, where there is another before it. */
const withoutFleeting = (word: string): string => {
  const [, head = '', last = ''] = /^(.*)[оеі]([^аеиіоуюяїє])$/.exec(word) ?? [];
  return hasVowel(head) ? head + last : word;
};
/** «стіл, столи», «шкіл, школа»: the only vowel of a stem changes when it is closed. */
const withOneVowel = (word: string): string => word.replace(/^([^аеиіоуюяїє]*)[еі](?=[^аеиіоуюяїє]+$)/, '$1о');

/**
 * What the forms of a Ukrainian word have in common («ліхтар, ліхтаря, ліхтарі»): endings come off, turning sounds are levelled.
 * It joins a few strangers rather than parts relatives. Words in other letters and digits stay whole.
 */
function stemOf(word: string): string {
  if (!CYRILLIC.test(word)) return word;
  const plain = word.replaceAll('ґ', 'г').replace(/с[яь]$/, (end) => (word.length > 5 ? '' : end));
  const bare = withoutEnding(plain)
    .replace(/(?<=.)[ьй]$/, '')
    .replace(/(.)\1$/, '$1');
  const levelled = bare.replace(/[зцс]$/, (letter) => TURNED[letter] ?? letter);
  return withOneVowel(withoutFleeting(levelled));
}

/** Stems of words met before: a city writes the same few words a million times. */
const known = new Map<string, string>();
const MOST_KNOWN = 200_000;
function stem(word: string): string {
  let found = known.get(word);
  if (found === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    found = stemOf(word);
    known.set(word, found);
  }
  return found;
}
/** The stems of all words in a text, each once; none where it has no letters or digits. */
export const stemsIn = (text: string): string[] => {
  const plain = text.toLowerCase().normalize('NFC').replace(MARKS, '');
  return [...new Set((plain.match(WORD) ?? []).map(stem))];
};
