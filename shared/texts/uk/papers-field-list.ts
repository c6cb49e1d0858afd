import type { PluralForms } from '../plural.ts';

/** The list for a trip to the places of cases. In the state language alone. */
export const papersFieldList = {
  file: 'spysok-dlia-vyizdu-{date}.pdf',
  title: 'Список для виїзду, {date}',
  heading: 'Список для виїзду',
  cases: {
    one: '{n} звернення',
    few: '{n} звернення',
    many: '{n} звернень',
    other: '{n} звернення',
  } satisfies PluralForms,
  made: '{date}. {cases}.',
  first: 'У добірці {total}, тут перші {shown}.',
  way: 'Порядок об’їзду починається з першого місця списку. Прямо між місцями разом {km} км; вулицями буде більше. Позначка «5+2»: поруч із п’ятим місцем ще два.',
  placeless: 'Без точки на мапі: {count}. Вони стоять у кінці.',
  scheme:
    'Схема міста, місць на ній: {count}. Пронумеровані позначки з’єднано в порядку об’їзду. Номери ті самі, що в таблиці нижче.',
  columns: {
    nth: '№',
    case: 'Звернення',
    place: 'Місце',
    about: 'Про що',
    due: 'Строк',
    notes: 'Зроблено, нотатки',
  },
  noDue: 'строк не йде',
  noPlace: 'місце не вказано',
  box: '☐',
};
