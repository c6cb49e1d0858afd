import type { ReasonCode } from '#shared/domain/appeal.ts';
import type { Verb } from '#shared/domain/workflow.ts';

/** What can be done to a case at the desk, what that asks for, and why it was not done. */
export const deskMoves = {
  verbs: {
    register: 'Зареєструвати',
    assign: 'Передати виконавцю',
    accept: 'Взяти в роботу',
    decline: 'Відхилити',
    draft: 'Подати на підпис',
    rework: 'На доопрацювання',
    answer: 'Підписати відповідь',
    close: 'Зняти з контролю',
    reopen: 'Поновити розгляд',
  } satisfies Record<Verb, string>,
  openers: {
    register: 'Зареєструвати',
    assign: 'Передати виконавцю',
    accept: 'Взяти в роботу',
    decline: 'Відхилити',
    draft: 'Підготувати відповідь',
    rework: 'На доопрацювання',
    answer: 'Підписати відповідь',
    close: 'Зняти з контролю',
    reopen: 'Поновити розгляд',
  } satisfies Record<Verb, string>,
  done: {
    register: 'Звернення зареєстровано.',
    assign: 'Звернення передано виконавцю.',
    accept: 'Звернення взято в роботу.',
    decline: 'Звернення повернуто на розподіл.',
    draft: 'Проєкт відповіді подано на підпис.',
    rework: 'Відповідь повернуто на доопрацювання.',
    answer: 'Відповідь підписано й надано заявникові.',
    close: 'Звернення знято з контролю.',
    reopen: 'Розгляд поновлено.',
  } satisfies Record<Verb, string>,
  reasons: {
    'not-ours': 'Не наша справа',
    incomplete: 'Бракує відомостей',
    'off-the-point': 'Відповідь не по суті',
    'not-done': 'Обіцяного не зроблено',
    'new-facts': 'З’явилися нові факти',
  } satisfies Record<ReasonCode, string>,
  form: {
    panel: 'Дії',
    none: 'На цьому кроці дій для вас немає.',
    finished: 'На звернення дано відповідь.',
    questionGroup: 'Група питань за класифікатором',
    questionGroupPrompt: 'Оберіть групу',
    department: 'Виконавець',
    departmentPrompt: 'Оберіть підрозділ',
    result: 'Результат',
    text: 'Текст відповіді',
    appealRoute: 'Як оскаржити відмову',
    appealRouteUsual:
      'Цю відповідь можна оскаржити до вищого органу або посадової особи чи до суду: протягом року від її ухвалення, але не пізніше місяця від дня, коли ви про неї дізналися (статті 16 і 17 Закону України «Про звернення громадян»).',
    signature: 'Паперовий примірник підписано',
    signatureFirst: 'Позначте, що паперовий примірник підписано.',
    reason: 'Причина',
    sees: 'Заявник побачить: {status}.',
    getsSms: 'Заявник отримає SMS.',
    getsNoSms: 'SMS заявник не отримає.',
    fold: 'Згорнути',
    sending: 'Зберігаємо…',
  },
  refused: {
    stale: 'Справу щойно змінили. Ось її нинішній вигляд; введене збережено. Перегляньте й натисніть ще раз.',
    status: 'Справа тепер у стані «{status}», тому «{verb}» зараз не можна.',
    contested:
      'Скаргу не можна передати тому, на кого скаржаться, або його підлеглим (ст. 7 Закону «Про звернення громадян»).',
    allowed: 'Можна: {verbs}.',
  },
};
/** Every other language has the same keys. */
export type DeskMovesTexts = Readonly<typeof deskMoves>;
