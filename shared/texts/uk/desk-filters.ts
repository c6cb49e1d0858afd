/** Search and filters of the desk's lists. */
export const deskFilters = {
  search: 'Пошук у списку',
  searchHint: 'Слова або номер',
  find: 'Знайти',
  tooLong: 'Запит довший за 200 знаків. Залиште кілька слів або номер.',
  noWords: 'У запиті немає жодної літери чи цифри. Напишіть слово або номер.',
  title: 'Фільтри',
  chosen: 'Обрані фільтри',
  remove: 'Прибрати фільтр {filter}',
  clear: 'Прибрати всі',
  any: 'Будь-що',
  asInAddress: 'Кілька значень, як в адресі',
  apply: 'Показати',
  nothing: 'За цими фільтрами нічого немає. Приберіть частину з них.',
  unknown: 'Серед фільтрів є значення, якого реєстр не знає. Приберіть його або оберіть інше.',
  noPriority: 'звичайна',
  labels: {
    q: 'Слова',
    status: 'Стан',
    category: 'Тема',
    district: 'Район',
    department: 'Виконавець',
    channel: 'Як надійшло',
    priority: 'Черговість',
    due: 'Строк',
    receivedFrom: 'Надійшло від',
    receivedTo: 'Надійшло до',
  },
  due: { overdue: 'минув', '3days': 'за 3 дні', week: 'за тиждень' },
};
/** Every other language has the same keys. */
export type DeskFiltersTexts = Readonly<typeof deskFilters>;
