import type { PluralForms } from '#shared/texts/plural.ts';

/** The step that shows what is known of the place already. */
export const wizardNearby = {
  question: 'Чи немає тут вашої проблеми?',
  lead: 'Про схоже поруч уже повідомили. Якщо це те саме, приєднайтеся: ви отримаєте власну відповідь, а ми побачимо, скількох людей це стосується.',
  leadWorks: 'Ось що місто вже знає про це місце.',
  works: 'Відомі аварії та планові роботи',
  worksUntil: 'орієнтовно до {date}',
  cases: 'Схожі звернення поруч',
  metres: 'за {n} м від вашого місця',
  street: 'на цій самій вулиці',
  today: 'сьогодні',
  ago: {
    one: '{n} день тому',
    few: '{n} дні тому',
    many: '{n} днів тому',
    other: '{n} дня тому',
  } satisfies PluralForms,
  people: {
    one: 'звернулася {n} людина',
    few: 'звернулися {n} людини',
    many: 'звернулися {n} людей',
    other: 'звернулися {n} людини',
  } satisfies PluralForms,
  photo: 'Фото зі звернення {number}',
  join: 'Приєднатися до звернення',
  joinNamed: 'Приєднатися до звернення {number}',
  follow: 'Лише стежити',
  followNamed: 'Лише стежити за зверненням {number}',
  open: 'Відкрити звернення {number}',
  mine: 'Моє інше, продовжити',
  nothing: 'Поруч немає схожих звернень.',
};
/** Every other language has the same keys. */
export type WizardNearbyTexts = Readonly<typeof wizardNearby>;
