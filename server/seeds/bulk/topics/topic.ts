import type { AnswerResult, AppealKind } from '#shared/domain/appeal.ts';

/**
 * One thing that goes wrong in a city. Phrases are in the form of `phrase.ts`, begin in small letters and have no full stop;
 * they speak of no one in the first person, so that they fit a letter as well as what an operator writes down of a call.
 */
export interface Concern {
  /** How often it comes up beside the others of its topic. */
  weight: number;
  kind?: AppealKind;
  /** What the answer’s first line calls it, in the genitive: «щодо …». */
  about: string;
  /** What is the matter and where. */
  facts: readonly string[];
  /** What follows from it; may be passed over. */
  effects: readonly string[];
  /** What is to be done, as an infinitive: «прошу …», «пропоную …», «просить …». */
  wishes: readonly string[];
  /** What was done about it, where the matter was settled. */
  done: readonly string[];
  /** What is explained and why it is refused, where what its topic says of that does not fit. */
  explained?: readonly string[];
  refused?: readonly string[];
  /** What a complaint contests. */
  contested?: readonly string[];
  /** How likely it is in each month, January first; 1 where absent. */
  months?: readonly number[];
}
/** All that people write of one category. */
export interface Topic {
  /** Of a hundred thousand cases. */
  weight: number;
  /** How likely the category is in each month, January first; 1 where absent. */
  months?: readonly number[];
  /** How many times as likely on a day of storm. */
  storm?: number;
  /** About whose street, house or yard it is; `none` where it is about no place. */
  place: 'street' | 'house' | 'yard' | 'none';
  /** Nobody goes to look at the place: there is nothing to be seen there. */
  isOnTheMove?: true;
  /** Days of work that half of the cases need. */
  days: number;
  /** How answers turn out. */
  results: Readonly<Record<AnswerResult, number>>;
  concerns: readonly Concern[];
  /** What is explained, and why it is refused; of any of its concerns. */
  explained: readonly string[];
  refused: readonly string[];
}

/** Answers that fit whatever was asked for. */
export const GENERAL: Pick<Topic, 'explained' | 'refused'> = {
  explained: [
    'потрібні роботи {внесено до плану|доручено виконавцеві}, {строк – до кінця місяця|виконання взято на контроль}',
    'питання {передано до районної адміністрації|розглянуто на нараді}, {про рішення повідомимо додатково|відповідального визначено}',
    'під час обстеження {визначено обсяг робіт|складено акт}, {роботи виконають за наявності коштів|кошти передбачено на наступний квартал}',
  ],
  refused: [
    '{під час обстеження|за результатами перевірки} {порушень не виявлено|наведені факти не підтвердилися}',
    'об’єкт {перебуває у приватній власності|місту не належить}, тому {утримує його власник|підстав для витрат із бюджету немає}',
  ],
};
