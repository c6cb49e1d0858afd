import type { ReportKind } from '#shared/contract/moderation.ts';

/** The form of a report on what is shown of a case. */
export const report = {
  title: 'Поскаржитися або прибрати мої дані',
  lead: 'Якщо в тексті чи на фото видно вас, ваші дані або те, чого не можна показувати, скажіть про це. Ми приховаємо зайве, як тільки перевіримо.',
  labels: { kind: 'Що не так', text: 'Розкажіть докладніше', contact: 'Як вам відповісти' },
  kinds: {
    'my-data': 'Тут мої дані або дані моєї дитини',
    'not-for-show': 'Цього не можна показувати: безпека, образи, чуже житло',
    other: 'Щось інше',
  } satisfies Record<ReportKind, string>,
  textHint: 'Що саме й де: у тексті, на якому фото, у відповіді.',
  contactHint: 'Пошта або телефон. Можна не вказувати, тоді ми не зможемо вам відповісти.',
  send: 'Надіслати',
  sent: 'Дякуємо, ми отримали ваше повідомлення й перевіримо, що показано. Про зміни чи видалення персональних даних відповідаємо протягом 10 робочих днів.',
  back: 'До звернення {number}',
};
/** Every other language has the same keys. */
export type ReportTexts = Readonly<typeof report>;
