import type { LinkState } from '#shared/contract/executors.ts';

/** Links by which executors without an account work on a case. */
export const deskLinks = {
  title: 'Виконавець без доступу',
  lead: 'Підряднику можна дати посилання: він побачить номер, тему, місце, строк, резолюцію й фото, які ви покажете. Заявника й слів звернення там немає.',
  none: 'Посилань ще немає.',
  loading: 'Завантажуємо посилання…',
  make: 'Створити посилання',
  label: 'Для кого',
  labelHint: 'Так його видно в історії, наприклад «ТОВ „Ремонтник“».',
  days: 'Скільки днів діє',
  daysHint: 'Від 1 до 60.',
  task: 'Що додати до резолюції',
  taskHint: 'Цей текст побачить кожен, хто має посилання. Не пишіть тут імен, телефонів і адрес заявників.',
  optional: 'необов’язково',
  photos: 'Показати фото',
  photosHint: 'Лише ті, що мають копію для всіх. Опубліковані видно й так.',
  photo: 'Фото {n}',
  save: 'Створити посилання',
  saving: 'Створюємо…',
  cancel: 'Не створювати',
  madeTitle: 'Посилання готове',
  madeHint: 'Скопіюйте його зараз: ми показуємо його лише раз і не зберігаємо.',
  address: 'Адреса для виконавця: {label}',
  copied: 'Адресу скопійовано.',
  copy: 'Скопіювати',
  close: 'Посилання передано',
  states: { alive: 'діє', expired: 'строк минув', revoked: 'скасовано', done: 'робота завершена' } satisfies Record<
    LinkState,
    string
  >,
  until: 'до {date}',
  madeBy: 'створено {date}, {name}',
  accepted: 'взято в роботу {date}',
  used: 'востаннє скористалися {date}',
  unused: 'ще не користувалися',
  revoke: 'Скасувати',
  revokeThis: 'Скасувати посилання: {label}',
  revoked: 'Посилання скасовано: {label}.',
  drafts: 'Чернетки за посиланням',
  draftBy: '{label}, {date}',
  take: 'Взяти у відповідь',
  takeThis: 'Взяти у відповідь чернетку: {label}, {date}',
  byLink: 'за посиланням',
};
/** Every other language has the same keys. */
export type DeskLinksTexts = Readonly<typeof deskLinks>;
