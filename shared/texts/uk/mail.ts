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
