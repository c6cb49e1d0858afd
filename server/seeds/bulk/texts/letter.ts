import type { Channel } from '#shared/domain/appeal.ts';
import type { Draw } from '../random.ts';
import type { Concern } from '../topics/topic.ts';
import { asSentence, type Slots, say } from './phrase.ts';

const GREETINGS = ['Добрий день', 'Доброго дня', 'Вітаю', 'Добридень', 'Шановна міська радо'];
const BEFORE = [
  'до диспетчерської {вже телефонували|дзвонили двічі|зверталися минулого тижня}, {але нічого не змінилося|обіцяли розібратися|заявку закрили, а нічого не зробили}',
  'про це {вже повідомляли|писали ще навесні|казали майстрові}, {проте все лишилося, як було|відповіді не було}',
  'живу тут {понад десять років|з дитинства|двадцять років}, {і такого ще не було|і щороку те саме}',
  '{сусіди це підтвердять|під цим готові підписатися сусіди|про це знає весь двір}',
];
/** The same of matters that are about no place. */
const BEFORE_AN_OFFICE = [
  '{телефонували вже тричі|приходили особисто|писали електронною поштою}, {але відповіді немає|кажуть чекати}',
  '{знайомі радять звертатися одразу до вас|не знаємо, куди ще звернутися}',
];
const ALSO = [
  'про {вжиті заходи|результат|строки} прошу {повідомити|повідомити письмово}',
  'якщо це не ваші повноваження, прошу {переслати звернення за належністю|підказати, до кого звернутися}',
];
const THANKS = [
  'Дякую',
  'Дякую за увагу',
  'Сподіваюся на швидке вирішення',
  'Чекаю на відповідь',
  'З повагою',
  'Наперед дякую',
];

const CALL_BACK = ['Про результат просить повідомити телефоном.', 'На відповідь чекає телефоном.'];

/** What a wish begins with, by the kind of the appeal. */
const asks = (draw: Draw, { kind }: Concern): string =>
  kind === 'proposal'
    ? draw.pick(['Пропоную', 'Пропоную', 'Прошу розглянути пропозицію:'])
    : draw.pick(['Прошу', 'Прошу', 'Дуже прошу', 'Прошу вас', 'Просимо']);

/** A letter that somebody wrote. */
function written(draw: Draw, concern: Concern, slots: Slots, hasPlace: boolean): string {
  const one = (phrases: readonly string[]): string => say(draw.pick(phrases), draw, slots);
  const wish = asSentence(`${asks(draw, concern)} ${one(concern.wishes)}`);
  const [first, second] = [draw.pick(concern.effects), draw.pick(concern.effects)];
  const fact = one(concern.facts);
  const story = [
    asSentence(concern.kind === 'complaint' && draw.chance(0.6) ? `скаржуся на те, що ${fact}` : fact),
    ...(draw.chance(0.85) ? [asSentence(say(first, draw, slots))] : []),
    ...(second !== first && draw.chance(0.35) ? [asSentence(say(second, draw, slots))] : []),
    ...(draw.chance(0.3) ? [asSentence(one(hasPlace ? BEFORE : BEFORE_AN_OFFICE))] : []),
  ];
  const body = concern.kind === 'proposal' && draw.chance(0.5) ? [wish, ...story] : [...story, wish];
  const also = draw.chance(0.25) ? [asSentence(one(ALSO))] : [];
  const letter = [...body, ...also].join(' ');
  const greeting = draw.chance(0.35) ? `${draw.pick(GREETINGS)}. ` : '';
  const thanks = draw.chance(0.3) ? ` ${draw.pick(THANKS)}.` : '';
  return `${greeting}${letter}${thanks}`;
}

/** What an operator wrote down while somebody spoke. */
function takenDown(draw: Draw, concern: Concern, slots: Slots, isWoman: boolean): string {
  const one = (phrases: readonly string[]): string => say(draw.pick(phrases), draw, slots);
  const [who, whose] = isWoman ? ['заявниця', 'заявниці'] : ['заявник', 'заявника'];
  const fact = one(concern.facts);
  const beginning = draw.pick([
    `${who} повідомляє, що ${fact}`,
    `за словами ${whose}, ${fact}`,
    `зі слів ${whose}: ${fact}`,
    fact,
  ]);
  const complaint = `${who} скаржиться на те, що ${fact}`;
  const wish = one(concern.wishes);
  const asked =
    concern.kind === 'proposal' ? `пропонує ${wish}` : draw.pick([`просить ${wish}`, `${who} просить ${wish}`]);
  return [
    asSentence(concern.kind === 'complaint' ? complaint : beginning),
    ...(draw.chance(0.6) ? [asSentence(one(concern.effects))] : []),
    asSentence(asked),
    ...(draw.chance(0.12) ? [draw.pick(CALL_BACK)] : []),
  ].join(' ');
}

/** The words of an appeal: a letter, or what was written down of a call or a visit. */
export const letterOf = (
  draw: Draw,
  concern: Concern,
  slots: Slots,
  by: { channel: Channel; isWoman: boolean; hasPlace: boolean },
): string =>
  by.channel === 'phone' || by.channel === 'reception'
    ? takenDown(draw, concern, slots, by.isWoman)
    : written(draw, concern, slots, by.hasPlace);
