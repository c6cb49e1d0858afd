/** The page behind the link of a letter about one's own case. */
export const letterLink = {
  title: 'Листи про звернення {number}',
  isOn: 'Листи про це звернення надходять на вашу електронну пошту.',
  isOff: 'Листи про це звернення вимкнено.',
  turnOff: 'Вимкнути листи',
  turnOn: 'Увімкнути листи знову',
  offDone: 'Листи вимкнено. Звернення розглядатимуть далі, його стан завжди є на сторінці звернення.',
  onDone: 'Листи знову увімкнено.',
  owed: 'Якщо ви просили відповідь на електронну пошту і підтвердили адресу, саму відповідь ми все одно надішлемо: її зобов’язує дати закон.',
  notMine: 'Не подавали такого звернення? Вимкніть листи: хтось помилився в адресі.',
  all: 'Усі мої повідомлення',
};
/** Every other language has the same keys. */
export type LetterLinkTexts = Readonly<typeof letterLink>;
