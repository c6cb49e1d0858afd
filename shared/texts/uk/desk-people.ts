/** Looking for people at the desk. */
export const deskPeople = {
  rail: 'Люди',
  title: 'Пошук людей',
  lead: 'Звернення тих, хто залишив цей телефон, адресу чи прізвище. Кожен пошук записано в журнал доступу, без самих слів.',
  by: 'Шукати за',
  kinds: { phone: 'телефоном', email: 'електронною поштою', name: 'прізвищем та ім’ям' },
  said: 'Що шукати',
  hints: {
    phone: 'Увесь номер, як вам зручно: 067 123 45 67.',
    email: 'Уся адреса.',
    name: 'Початок прізвища; через пробіл можна додати початок імені.',
  },
  search: 'Знайти',
  searching: 'Шукаємо…',
  none: 'Нікого не знайдено серед звернень, людей яких ви можете бачити.',
  count: { one: '{n} участь', few: '{n} участі', many: '{n} участей', other: '{n} участі' },
  most: 'Показано п’ятдесят найновіших.',
  columns: { name: 'Хто', role: 'Роль', number: '№', category: 'Тема', received: 'Надійшло', state: 'Стан' },
};
export type DeskPeopleTexts = typeof deskPeople;
