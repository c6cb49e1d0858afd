import { city } from '../city.ts';

/** The answer as a letter on the city’s letterhead. Papers are in the state language alone. */
export const papersLetter = {
  file: 'vidpovid-{number}.pdf',
  title: 'Відповідь на звернення {number}',
  body: city.uk.controller,
  contacts: `${city.uk.address}. Контактний центр: ${city.contactCentre}`,
  outgoing: '№ {number} від {date}',
  outgoingBlank: '№ ____________ від ____________________',
  about: 'На звернення № {number}',
  index: 'Реєстраційний індекс {index}',
  received: 'Надійшло {date}',
  heading: 'Відповідь на звернення',
  contest: 'Як оскаржити',
  contestUsual:
    'Якщо ви не згодні з відповіддю, її можна оскаржити до органу або посадової особи вищого рівня протягом року від ухвалення рішення, але не пізніше ніж за місяць від дня ознайомлення з ним, або до суду (статті 16, 17 Закону України «Про звернення громадян»).',
  signatory: 'Підписав(ла): {name}',
  executor: `Виконавець: {name}, тел. ${city.contactCentre}`,
  draft: 'ПРОЄКТ',
  draftNote: 'Це проєкт відповіді. Його не підписано, номера й дати ще немає.',
  bundle: 'na-pidpys.zip',
  toSign: 'na-pidpys-{number}.pdf',
  signHere: 'Підпис: ______________________________',
  signNote: 'Вихідний номер і дату лист отримує під час підписання. Їх показує сторінка перевірки.',
  signedOriginal: 'vidpovid-{number}-oryhinal.pdf',
  signedFile: 'vidpovid-{number}-pidpys{extension}',
  verifyCode: 'QR-код з адресою, за якою можна перевірити лист',
  verify: 'Перевірити, що лист справжній, можна за кодом або за адресою:',
};
