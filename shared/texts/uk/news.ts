import type { NewsKind } from '#shared/domain/news.ts';

/** The page of local news, and the pages behind the links of its letters. */
export const news = {
  title: 'Новини поруч',
  lead: 'Раз на день о 9:00 — лист про нові оприлюднені звернення та зміни в них. Лише те, що бачать усі.',
  aboutCase: 'Про звернення {number}',
  labels: {
    kind: 'Про що писати',
    district: 'Район',
    category: 'Тема',
    email: 'Електронна пошта',
    code: 'Про що писати',
  },
  kinds: { district: 'Про район', category: 'Про тему', case: 'Про одне звернення' } satisfies Record<NewsKind, string>,
  districtPrompt: 'Оберіть район',
  categoryPrompt: 'Оберіть тему',
  emailHint: 'На неї прийде лист із посиланням, яким ви підтвердите підписку.',
  send: 'Підписатися',
  sentTitle: 'Перевірте пошту',
  sent: 'Ми надіслали лист із посиланням. Підписка запрацює, коли ви її підтвердите. Якщо листа немає, подивіться в спамі.',
  rssTitle: 'Або читайте через RSS',
  rss: 'Стрічка всього міста (RSS)',
  rssHint: 'Додайте до адреси ?district= або ?category=, щоб звузити стрічку.',
  confirmTitle: 'Підтвердьте підписку',
  confirmAsk: 'Надсилати листи {topic}?',
  confirm: 'Так, підписатися',
  confirmed: 'Підписку підтверджено. Перший лист прийде, щойно з’являться новини.',
  endTitle: 'Скасувати підписку',
  endAsk: 'Більше не надсилати листів {topic}?',
  end: 'Так, скасувати',
  ended: 'Підписку скасовано, адресу видалено.',
  goneTitle: 'Цієї підписки вже немає',
  gone: 'Її скасовано, або за два дні її не підтвердили. Можна підписатися знову.',
  back: 'До новин поруч',
};
/** Every other language has the same keys. */
export type NewsTexts = Readonly<typeof news>;
