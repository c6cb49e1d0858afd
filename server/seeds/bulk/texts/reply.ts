import type { AnswerResult } from '#shared/domain/appeal.ts';
import type { Draw } from '../random.ts';
import type { Concern, Topic } from '../topics/topic.ts';
import { asSentence, type Slots, say } from './phrase.ts';

const BEGINNINGS = [
  'ваше звернення щодо [about] {розглянуто|опрацьовано}',
  '{на ваше звернення|за вашим зверненням} щодо [about] {повідомляємо таке|інформуємо}',
  'щодо [about] повідомляємо таке',
];
const LOOKED = [
  'фахівці {виїхали на місце|обстежили місце} [when]',
  '{за дорученням|на виконання доручення} керівника місце обстежено [when]',
];
const ENDINGS: Readonly<Record<AnswerResult, readonly string[]>> = {
  resolved: ['{дякуємо за небайдужість|дякуємо, що повідомили}', 'за незручності перепрошуємо'],
  explained: [
    '{за додатковими роз’ясненнями можна звернутися за номером 15-35|дякуємо за розуміння}',
    'питання перебуває на контролі',
  ],
  refused: [
    'просимо поставитися з розумінням',
    '{якщо з’являться нові обставини, ви можете звернутися ще раз|дякуємо за звернення}',
  ],
};
/** The same where something was put right at a place. */
const AT_A_PLACE = 'якщо це повториться, {телефонуйте 15-35|напишіть нам ще раз}';
/** How an answer can be contested (Law 393/96-ВР, arts. 16, 18). */
export const CONTEST_ROUTE =
  'Цю відповідь можна оскаржити до міського голови або до суду (ст. 16 Закону «Про звернення громадян»).';

/** What was done, explained or refused, in one or two sentences: also what is published of an answer. */
function core(draw: Draw, topic: Topic, concern: Concern, result: AnswerResult, slots: Slots): string {
  const { explained = topic.explained, refused = topic.refused } = concern;
  const phrases = { resolved: concern.done, explained, refused }[result];
  const words = say(draw.pick(phrases), draw, slots);
  return asSentence(result === 'refused' ? `задовольнити прохання не можемо: ${words}` : words);
}

/** An answer by what it is about and what it came to. `lookedOn`: when somebody went and saw, in words. */
export function replyOf(
  draw: Draw,
  {
    topic,
    concern,
    result,
    slots,
    lookedOn,
  }: { topic: Topic; concern: Concern; result: AnswerResult; slots: Slots; lookedOn: string },
): { text: string; summary: string } {
  const places: Slots = (name, chance) =>
    name === 'about' ? concern.about : name === 'when' ? lookedOn : slots(name, chance);
  const summary = core(draw, topic, concern, result, slots);
  const one = (phrases: readonly string[]): string => asSentence(say(draw.pick(phrases), draw, places));
  const isSeen = topic.place !== 'none' && !topic.isOnTheMove;
  const text = [
    one(BEGINNINGS),
    ...(isSeen && draw.chance(0.6) ? [one(LOOKED)] : []),
    summary,
    ...(draw.chance(0.7)
      ? [one(result === 'resolved' && isSeen ? [...ENDINGS.resolved, AT_A_PLACE] : ENDINGS[result])]
      : []),
  ].join(' ');
  return { text, summary };
}

const DISPUTES = [
  '{приїхали, подивилися й поїхали|ніхто не приїздив}, {усе лишилося, як було|нічого не змінилося}',
  '{зробили лише половину|полагодили на два дні}, {далі те саме|знову не працює}',
  '{відповідь не про те, про що питали|у відповіді йдеться про іншу адресу}',
];
/** Why an applicant says that the matter is not settled. */
export const disputeOf = (draw: Draw): string =>
  asSentence(
    say(draw.pick(DISPUTES), draw, (name) => {
      throw new Error(`nothing is known of [${name}]`);
    }),
  );
