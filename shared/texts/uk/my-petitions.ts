import type { PetitionStatus } from '#shared/domain/petition-workflow.ts';
import { petitionStates } from './petition-states.ts';

/** A person's own petitions: those they wrote, and those they signed. */
export const myPetitions = {
  title: 'Мої петиції',
  back: 'Мої звернення',
  open: 'Петиції, які ви написали чи підписали',
  openHint: 'Стан своїх петицій, новини про підписані та як відкликати підпис.',
  written: 'Ви написали',
  signed: 'Ви підписали',
  writtenNot: 'Свої петиції бачить той, хто увійшов за кодом із листа на адресу, вказану в петиції.',
  signedNot:
    'Підписані за кодом SMS петиції бачить той, хто увійшов за номером телефону. Підпис за е-ідентифікацією відкликають на сторінці самої петиції.',
  none: 'Тут поки нічого немає.',
  states: {
    ...petitionStates,
    unconfirmed: 'Не надіслано',
    submitted: 'Перевіряємо',
    rejected: 'Не оприлюднено',
    withdrawn: 'Відкликано',
    merged: 'Об’єднано з подібною',
  } satisfies Record<PetitionStatus, string>,
  edit: 'Переглянути й змінити',
  hasSuggestions: 'Є пропозиції змін від міста.',
  editTitle: 'Петиція № {number}: змінити слова',
  suggestions: 'Що пропонують змінити',
  suggestionAnswered: 'Після цього ви вже змінили слова.',
  revise: 'Зберегти зміни',
  revised: 'Нові слова петиції № {number} збережено.',
  takeBack: 'Відкликати петицію',
  takeBackSure: 'Петицію не оприлюднять, і ніхто її не побачить. Подати її знову можна будь-коли.',
  takenBack: 'Петицію № {number} відкликано.',
  newer: 'Петицію № {number} тим часом уже перевірили або змінили.',
  checkedBy: 'Перевіримо до {date}',
  signedOn: 'Підписано {date}',
  newsOn: {
    phone: 'Новини про цю петицію надсилаємо вам у SMS.',
    email: 'Новини про цю петицію надсилаємо вам на пошту.',
  },
  newsEnd: { phone: 'Вимкнути SMS про цю петицію', email: 'Вимкнути листи про цю петицію' },
  newsEnded: 'Новини про петицію № {number} більше не надходитимуть.',
  withdraw: 'Відкликати підпис',
  withdrawSure:
    'Ваше ім’я зникне зі списку, а підпис більше не враховуватимуть. Запис про це залишиться в загальному списку без імені. Підписати знову можна, поки триває збір.',
  withdrawn: 'Ваш підпис під петицією № {number} відкликано. Кількість оновиться за кілька секунд.',
  closed: 'Збір підписів під петицією № {number} завершено, тож підпис уже не відкликати.',
};
/** Every other language has the same keys. */
export type MyPetitionsTexts = Readonly<typeof myPetitions>;
