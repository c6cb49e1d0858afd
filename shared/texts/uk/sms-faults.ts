import type { MessageTextFault } from '#shared/domain/message-texts.ts';

/** What is wrong with the words of a text message, said alike while they are typed and when they are refused. */
export const smsFaults = {
  empty: 'Напишіть текст.',
  'place-unknown': 'Цей текст не знає {said}. Візьміть місце зі списку під полем.',
  'place-missing': 'У тексті має бути {said}.',
  'too-long': 'Текст із найдовшими значеннями не вміщується в одну SMS: {said} знаків. Скоротіть його.',
  link: 'Посилання в SMS дає лише {where} або {site}, відділене пробілами. Приберіть інші.',
  signs: 'У тексті є розрив рядка або невидимі знаки. Напишіть його одним рядком.',
} satisfies Record<MessageTextFault['code'], string>;
/** Every other language has the same keys. */
export type SmsFaultTexts = Readonly<typeof smsFaults>;
