/** The page that a letter’s code opens. */
export const verifyLetter = {
  title: 'Лист справжній',
  text: 'Такий лист є в реєстрі звернень. Звірте номер, дату й посаду з тим, що надруковано на аркуші.',
  number: 'Вихідний номер',
  date: 'Дата',
  post: 'Посада того, хто підписав',
  body: 'Орган',
  how: 'Як підписано',
  unknownTitle: 'Такого листа немає',
  unknown:
    'За цією адресою листа не знайдено. Перевірте, чи повністю ви її набрали, або скануйте код ще раз. Якщо лист викликає сумнів, зателефонуйте до контактного центру.',
};
/** The words of that page, whatever the language. */
export type VerifyLetterTexts = typeof verifyLetter;
