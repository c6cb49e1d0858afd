import type { ControlKind, LinkKind, Procedure } from '#shared/domain/appeal.ts';

/** How far a case has come, on its card. */
export const deskStanding = {
  title: 'Хід розгляду',
  others: 'Інші звернення з тими самими контактами',
  papers: { title: 'Документи', card: 'Картка (PDF)', letter: 'Лист (PDF)', draft: 'Проєкт листа (PDF)' },
  labels: {
    executors: 'Виконавці',
    awaiting: 'Чекаємо на заявника від',
    extendedFrom: 'Строк був до',
    promise: 'Обіцяно до',
    promiseKept: 'Обіцянку виконано',
    procedure: 'Процедура',
    control: 'Контроль',
  },
  roles: { main: 'головний', co: 'співвиконавець' },
  procedures: { appeal: 'звернення громадян', admin: 'адміністративна (Закон № 2073-IX)' } satisfies Record<
    Procedure,
    string
  >,
  controls: { normal: 'звичайний', special: 'особливий' } satisfies Record<ControlKind, string>,
  links: {
    'repeatOf-to': 'Повторює звернення',
    'repeatOf-from': 'Повторене у зверненні',
    'duplicateOf-to': 'Дублює звернення',
    'duplicateOf-from': 'Дубльоване у зверненні',
    'mergedInto-to': 'Об’єднано зі зверненням',
    'mergedInto-from': 'Сюди приєднано',
    'partOf-to': 'Частина звернення',
    'partOf-from': 'Виділено частину',
  } satisfies Record<`${LinkKind}-${'to' | 'from'}`, string>,
};
/** Every other language has the same keys. */
export type DeskStandingTexts = Readonly<typeof deskStanding>;
