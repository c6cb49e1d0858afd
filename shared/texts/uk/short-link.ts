/** What a short link of a text message opens. */
export const shortLink = {
  title: 'Стан звернення',
  why: 'Це коротка сторінка з SMS: лише стан і дати.',
  full: 'Відкрити звернення повністю',
  fullHint: 'Для тексту й відповіді потрібен код доступу.',
  smsOn: 'SMS про це звернення надходять на ваш номер.',
  smsOff: 'SMS про це звернення вимкнено.',
  turnOff: 'Вимкнути SMS',
  turnOn: 'Увімкнути SMS знову',
  offDone: 'SMS вимкнено. Відповідь на звернення ви все одно отримаєте способом, який обрали.',
  onDone: 'SMS знову увімкнено.',
  unknownTitle: 'Посилання не підходить',
  unknown: 'Перевірте адресу з SMS: у ній 7 знаків після останньої риски. Або відкрийте звернення за номером.',
};
/** Every other language has the same keys. */
export type ShortLinkTexts = Readonly<typeof shortLink>;
