import { city } from '#shared/texts/city.ts';

/** Words that stand on every page. */
export const common = {
  site: 'Відгук',
  city: city.uk.name,
  description: `Звернення громадян до міста ${city.uk.genitive}: напишіть, дізнайтеся строк відповіді, стежте за розглядом.`,
  skip: 'Перейти до змісту',
  menu: 'Меню',
  navigation: 'Розділи сайту',
  newAppeal: 'Написати звернення',
  myAppeals: 'Мої звернення',
  clock: 'Строки за законом',
  signOut: 'Вийти',
  otherLanguage: 'English',
  otherLanguageSays: 'Read this page in English',
  footer: 'Про сайт',
  danger: 'Є загроза життю? Зателефонуйте: {numbers}.',
  contactCentre: `Єдиний центр звернень громадян: ${city.contactCentre}`,
  howItWorks: 'Як це працює',
  help: 'Допомога',
  accessibility: 'Доступність',
  privacy: 'Персональні дані',
  messageStatistics: 'Витрати на SMS',
  api: 'Для розробників',
  controller: city.uk.controller,
  law: 'Що каже закон',
  updated: 'Оновлено {date}',
  home: 'На головну',
  errorPrefix: 'Помилка',
  optional: 'необов’язково',
  errorSummary: 'Перевірте, будь ласка',
  charactersLeft: {
    one: 'Залишився {n} знак',
    few: 'Залишилося {n} знаки',
    many: 'Залишилося {n} знаків',
    other: 'Залишилося {n} знака',
  },
  charactersOver: {
    one: 'Забагато на {n} знак',
    few: 'Забагато на {n} знаки',
    many: 'Забагато на {n} знаків',
    other: 'Забагато на {n} знака',
  },
  yes: 'Так',
  no: 'Ні',
};
/** Every other language has the same keys. */
export type CommonTexts = Readonly<typeof common>;
