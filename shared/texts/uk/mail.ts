import { city } from '#shared/texts/city.ts';

/** One letter: `{name}` places are filled when it is sent, a paragraph each; `link` stands on what leads on, null where nothing does. */
interface LetterText {
  subject: string;
  paragraphs: readonly string[];
  link: string | null;
}

/**
 * Letters by e-mail, in Ukrainian only. The text of an appeal, a place, an access code or anybody's name never stands here:
 * an address may have been mistyped, and a mailbox may be read by others.
 */
export const mail = {
  'email.code': {
    subject: 'Код підтвердження для {site}',
    paragraphs: [
      'Ваш код: {code}',
      'Введіть його на сторінці, де ви його просили. Код діє 10 хвилин. Нікому його не кажіть.',
      'Якщо ви не просили коду, нічого робити не треба: без нього ніхто не увійде.',
    ],
    link: null,
  },
  'appeal.filed': {
    subject: 'Звернення {number} отримано',
    paragraphs: [
      'Ми отримали ваше звернення. Його номер: {number}.',
      'Відповідь надамо до {due}.',
      'Щоб прочитати звернення і відповідь повністю, потрібен код доступу. Його показала сторінка, на якій ви подали звернення; листом ми його не надсилаємо.',
    ],
    link: 'Стан звернення',
  },
  'appeal.registered': {
    subject: 'Звернення {number} зареєстровано',
    paragraphs: ['Ваше звернення зареєстровано. Його номер: {number}.', 'Відповідь надамо до {due}.'],
    link: 'Стан звернення',
  },
  'appeal.question': {
    subject: 'Звернення {number}: потрібна ваша відповідь',
    paragraphs: [
      'Щоб розглянути ваше звернення {number}, нам потрібно дізнатися від вас більше. Запитання – на сторінці звернення.',
      'Строк розгляду від цього не зупиняється: відповідь надамо до {due}.',
    ],
    link: 'Переглянути звернення',
  },
  'appeal.interim': {
    subject: 'Звернення {number}: проміжна відповідь',
    paragraphs: ['На сторінці звернення {number} є проміжна відповідь.', 'Остаточну відповідь надамо до {due}.'],
    link: 'Переглянути звернення',
  },
  'appeal.extended': {
    subject: 'Звернення {number}: строк продовжено',
    paragraphs: [
      'Розглянути звернення {number} за місяць неможливо. Строк продовжено: відповідь надамо до {due}. Причина – на сторінці звернення.',
      'Загальний строк не може перевищувати 45 днів від надходження (стаття 20 Закону України «Про звернення громадян»).',
    ],
    link: 'Переглянути звернення',
  },
  'appeal.postponed': {
    subject: 'Звернення {number}: обіцяну дату перенесено',
    paragraphs: [
      'Те, що обіцяно у відповіді на звернення {number}, буде зроблено пізніше. Нова дата і причина – на сторінці звернення.',
    ],
    link: 'Переглянути звернення',
  },
  'appeal.forwarded': {
    subject: 'Звернення {number} передано іншому органу',
    paragraphs: [
      'Питання, з яким ви звернулися, належить до повноважень іншого органу. Звернення {number} надіслано йому (частина третя статті 7 Закону України «Про звернення громадян»).',
      'Строк розгляду той орган рахує від дня, коли отримає звернення. Кому саме його надіслано – на сторінці звернення.',
    ],
    link: 'Переглянути звернення',
  },
  'appeal.returned': {
    subject: 'Звернення {number} повернуто',
    paragraphs: [
      'Звернення {number} повернуто вам із роз’ясненням. Що треба виправити, щоб ми його розглянули, – на сторінці звернення.',
    ],
    link: 'Переглянути звернення',
  },
  'appeal.terminated': {
    subject: 'Розгляд звернення {number} припинено',
    paragraphs: [
      'Керівник ухвалив рішення не розглядати звернення {number} далі (статті 8 і 17 Закону України «Про звернення громадян»). Чому і як це оскаржити – на сторінці звернення.',
    ],
    link: 'Переглянути звернення',
  },
  'appeal.withdrawn': {
    subject: 'Звернення {number} відкликано',
    paragraphs: [
      'На вашу заяву розгляд звернення {number} припинено. Звернутися з цим самим питанням ви можете знову.',
    ],
    link: 'Переглянути звернення',
  },
  'appeal.transferred': {
    subject: 'Звернення {number} розглядається як адміністративна справа',
    paragraphs: [
      'Питання, з яким ви звернулися, вирішують за Законом України «Про адміністративну процедуру». День надходження звернення {number} залишається тим самим, рішення буде до {due}.',
    ],
    link: 'Переглянути звернення',
  },
  'appeal.answered': {
    subject: 'Відповідь на звернення {number}',
    paragraphs: ['На ваше звернення {number} є відповідь: {result}.'],
    link: 'Переглянути звернення',
  },
  'news.confirm': {
    subject: 'Підтвердьте підписку на новини',
    paragraphs: [
      'Цю адресу вказали, щоб отримувати листи {topic}. Підписка запрацює, коли ви її підтвердите.',
      'Якщо це були не ви, нічого робити не треба: листів не буде.',
    ],
    link: 'Підтвердити підписку',
  },
  'news.letter': {
    subject: 'Новини {topic}',
    paragraphs: ['Що нового {topic}:'],
    link: 'Мапа звернень',
  },
  'executor.list': {
    subject: 'Звернення вашого підрозділу на {date}',
    paragraphs: ['Це звернення, які виконує ваш підрозділ: {department}. Стан – на ранок, {date}.'],
    link: 'Відкрити реєстр',
  },
  'executor.superior': {
    subject: 'Строки у ваших підлеглих на {date}',
    paragraphs: ['У цих звернень спливає строк виконавця. Про кожен крок ми пишемо вам один раз. Стан – на {date}.'],
    link: 'Відкрити реєстр',
  },
  'executor.sheet': {
    subject: 'Прострочене за виконавцями на {date}',
    paragraphs: [
      'У кого які строки минули на початок тижня, {date}. Таблицю можна надрукувати й завантажити у звітах.',
    ],
    link: 'Відкрити звіти',
  },
} satisfies Readonly<Record<string, LetterText>>;
/** The key of a letter; rules and the ledger name letters by it. */
export type MailTemplate = keyof typeof mail;

/** What stands in letters whatever they tell. */
export const mailFrame = {
  /** How the answer is read by those to whom it is not sent whole. */
  answerByCode: 'Текст відповіді відкриває код доступу, який ви отримали, коли подавали звернення.',
  outgoing: 'Вихідний номер {number} від {date}.',
  signatory: 'Підписано: {name}.',
  contest: 'Не згодні з відповіддю? {route}',
  automatic: `Це автоматичний лист із сайту {site}, відповідати на нього не треба. Запитання: тел.\u00a0${city.contactCentre}.`,
  unsubscribe: 'Більше не отримувати цих листів: {url}',
};
