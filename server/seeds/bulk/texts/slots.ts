import type { Draw } from '../random.ts';
import type { Slots } from './phrase.ts';

/** Kinds of streets as addresses shorten them, and as they stand after «на». */
const KINDS: readonly (readonly [kind: string, short: string, on: string])[] = [
  ['вулиця', 'вул.', 'вулиці'],
  ['провулок', 'пров.', 'провулку'],
  ['проспект', 'просп.', 'проспекті'],
  ['бульвар', 'бульв.', 'бульварі'],
  ['площа', 'пл.', 'площі'],
  ['узвіз', 'узвіз', 'узвозі'],
  ['дорога', 'дорога', 'дорозі'],
  ['шосе', 'шосе', 'шосе'],
  ['набережна', 'наб.', 'набережній'],
];
const kindIn = (street: string): (typeof KINDS)[number] | undefined =>
  KINDS.find(([kind]) => street.startsWith(`${kind} `) || street.endsWith(` ${kind}`));
const properIn = (street: string, kind: string): string => street.replace(kind, '').trim();

/** A street as addresses write it: «вул. Канатна». */
function shortStreet(street: string): string {
  const kind = kindIn(street);
  return kind ? `${kind[1]} ${properIn(street, kind[0])}` : street;
}

/** First words of names that stand in the genitive whatever the sentence asks. */
const HONOURED =
  /^(?:Академіка|Адмірала|Архітектора|Братів|Генерала|Героїв|Гетьмана|Князя|Композитора|Космонавта|Капітана|Лесі|Маршала|Святослава|Тараса|Івана|Пантелеймона|Степана|Юрія|Професора|Художника)\s/;
/** «на Софіївській вулиці», «на вулиці Академіка Вільямса»; null where the grammar of the name cannot be told by its look. */
function onStreet(street: string): string | null {
  const kind = kindIn(street);
  if (!kind) return null;
  const [word, , on] = kind;
  const proper = properIn(street, word);
  if (HONOURED.test(`${proper} `)) return `на ${on} ${proper}`;
  const adjective = /^\p{L}+(?:ськ|цьк|зьк)(а|ий)$/u.exec(proper);
  if (!adjective) return null;
  return adjective[1] === 'а' ? `на ${proper.slice(0, -1)}ій ${on}` : `на ${proper.slice(0, -2)}ому ${on}`;
}

const MONTHS = ['січня', 'лютого', 'березня', 'квітня', 'травня', 'червня'].concat([
  ...['липня', 'серпня', 'вересня', 'жовтня', 'листопада', 'грудня'],
]);
/** «3 листопада», of a date of law. */
export const spokenDate = (date: string): string => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;

const DAYS = [
  ...[
    'уже другий день',
    'уже третій день',
    'третю добу',
    'четвертий день поспіль',
    'уже тиждень',
    'кілька днів поспіль',
  ],
  ...['з учорашнього вечора', 'від самого ранку', 'понад тиждень', 'уже другий тиждень', 'з минулого понеділка'],
];
const WEEKS = [
  ...['уже другий тиждень', 'третій тиждень поспіль', 'понад місяць', 'уже другий місяць', 'з минулого місяця'],
  ...['майже пів року', 'понад пів року', 'не перший місяць'],
];
const number = (least: number, most: number, draw: Draw): string => String(draw.between(least, most));

/** Where something is, as people put it. */
export interface SpokenPlace {
  /** «вул. Канатна, 87». */
  address: string;
  /** Beside the house, in several ways. */
  beside: readonly string[];
  inHouse: string;
  inYard: string;
}
/** Puts a house into words. */
export function spokenPlace(street: string, house: string): SpokenPlace {
  const address = `${shortStreet(street)}, ${house}`;
  const on = onStreet(street);
  const at = on ? `будинку № ${house} ${on}` : `будинку за адресою ${address}`;
  return {
    address,
    beside: on
      ? [`біля ${at}`, `${on} біля будинку № ${house}`, `навпроти ${at}`]
      : [`біля ${at}`, `навпроти ${at}`, `поруч із ${at.replace('будинку', 'будинком')}`],
    inHouse: `у ${at}`,
    inYard: `у дворі ${at}`,
  };
}

/** What fills the places of a phrase about this place; `daysBefore` tells the date so many days before the receipt. */
export const slotsOf =
  (place: SpokenPlace, daysBefore: (days: number) => string): Slots =>
  (name, draw) => {
    switch (name) {
      case 'address':
        return place.address;
      case 'by':
        return draw.pick(place.beside);
      case 'house':
        return place.inHouse;
      case 'yard':
        return place.inYard;
      case 'days':
        return draw.chance(0.25) ? `з ${spokenDate(daysBefore(draw.between(2, 12)))}` : draw.pick(DAYS);
      case 'weeks':
        return draw.pick(WEEKS);
      case 'ordinal':
        return number(1, 6, draw);
      case 'route':
        return number(101, 250, draw);
      case 'school':
        return number(1, 132, draw);
      case 'nursery':
        return number(1, 290, draw);
      case 'minutes':
        return String(5 * draw.between(4, 12));
      case 'evening':
        return draw.pick(['20-ї години', '21-ї години', '22-ї години']);
      case 'few':
        return number(4, 35, draw);
      case 'metres':
        return String(5 * draw.between(2, 120));
      default:
        throw new Error(`nothing is known of [${name}]`);
    }
  };
