import { city } from '#shared/texts/city.ts';

const contest =
  'Якщо ви не згодні, рішення можна оскаржити до вищого органу чи посадової особи протягом року від його ухвалення, але не пізніше ніж за місяць від дня ознайомлення з ним, або до суду (статті 16, 17 Закону України «Про звернення громадян»).';

/** What a notice says on paper beside the words of whoever decided; papers are in Ukrainian. */
export const papersNotice = {
  file: 'povidomlennia-{number}.pdf',
  title: 'Повідомлення у зверненні {number}',
  to: '{title}: {to}',
  next: {
    extend: '',
    ask: `Відповісти можна листом на адресу міської ради, за телефоном ${city.contactCentre} або особисто. Строк розгляду від запитання не зупиняється.`,
    interim: 'Звернення залишається на контролі до остаточної відповіді.',
    postpone: '',
    forward: 'Той орган рахує строк від дня, коли отримає звернення.',
    return: `Виправте зазначене й подайте звернення знову. ${contest}`,
    terminate: contest,
    withdraw: 'Звернутися з цим самим питанням ви можете знову.',
    transfer: '',
  },
};
