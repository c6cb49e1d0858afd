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
    notes: [
      'Під петицією № {number} «{title}» зібрано {signatures} підписів, потрібно {threshold}. {stage}',
      'Оприлюднити повідомлення про початок розгляду – до {notice}. Розглянути петицію – до {session} (стаття 23-1 Закону України «Про звернення громадян»).',
      'Рішення про скликання сесії довести до відома депутатів і населення – до {order}, у виняткових випадках – до {lateOrder}, із часом, місцем і питаннями сесії (частина десята статті 46 Закону України «Про місцеве самоврядування в Україні»).',
    ],
  },
  copy: {
    reasons: 'Чому так вирішено:\n{text}',
    measures: 'Що буде зроблено:\n{text}',
    unit: 'Відповідальний підрозділ: {text}',
    followUp: 'Обіцяно до {date}: {text}',
  },
  /** The draft of the order to convene the council, as its notice says it and as it is printed. */
  order: {
    file: 'proiekt-rozporiadzhennia-petytsiia-{number}.pdf',
    name: 'Проєкт розпорядження про скликання сесії: петиція № {number}',
    draft: 'ПРОЄКТ',
    kind: 'Розпорядження міського голови',
    numbered: '№ ____________ від ____________________',
    about: 'Про скликання сесії міської ради',
    ground:
      'Відповідно до статті 23-1 Закону України «Про звернення громадян», статті 46 Закону України «Про місцеве самоврядування в Україні» та у зв’язку з електронною петицією № {number} «{title}»:',
    items: [
      'Скликати сесію міської ради не пізніше {session}. Дата, час і місце: ______________________________.',
      'Включити до порядку денного питання «Про розгляд електронної петиції № {number} «{title}»».',
      'Оприлюднити це розпорядження на офіційному сайті ради не пізніше {publish}.',
      'Запросити ініціатора петиції: {initiator}.',
    ],
    signHere: 'Міський голова  ____________________  ____________________',
    signHint: 'підпис, ім’я та прізвище',
  },
  asAppeal:
    'Електронна петиція № {number} «{title}», яка не набрала потрібної кількості підписів (зібрано {signatures} із {threshold}), ' +
    'розглядається як звернення громадян (ст. 23-1 Закону «Про звернення громадян»). Ініціатор: {initiator}.\n\n' +
    'Суть:\n{essence}\n\nВимога:\n{demand}',
};
