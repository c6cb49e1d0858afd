import type { PetitionDecision } from '#shared/domain/petition.ts';

/** Words of papers and cases that come of a petition; in Ukrainian only, as all that goes into the register. */
export const petitionPapers = {
  decisions: {
    supported: 'підтримано',
    partially: 'підтримано частково',
    not_supported: 'не підтримано',
  } satisfies Record<PetitionDecision, string>,
  council: {
    near: 'Це чотири п’ятих порога: якби його було досягнуто сьогодні, строки були б такими.',
    reached: 'Поріг досягнуто.',
    forwarded:
      'Підписи зібрало на своєму сайті громадське об’єднання «{association}», петицію від нього отримано {date}.',
  },
  copy: {
    reasons: 'Чому так вирішено:\n{text}',
    measures: 'Що буде зроблено:\n{text}',
    unit: 'Відповідальний підрозділ: {text}',
    followUp: 'Обіцяно до {date}: {text}',
  },
  asAppeal:
    'Електронна петиція № {number} «{title}», яка не набрала потрібної кількості підписів (зібрано {signatures} із {threshold}), ' +
    'розглядається як звернення громадян (ст. 23-1 Закону «Про звернення громадян»). Ініціатор: {initiator}.\n\n' +
    'Суть:\n{essence}\n\nВимога:\n{demand}',
};
