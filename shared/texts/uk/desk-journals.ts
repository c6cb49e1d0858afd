import type { NumberState } from '#shared/domain/number-reservation.ts';
import type { PluralForms } from '#shared/texts/plural.ts';

/** Register numbers that are kept for journals on paper. */
export const deskJournals = {
  rail: 'Робота без світла',
  title: 'Паперові журнали',
  lead: 'Зарезервуйте номери, поки є світло, і надрукуйте журнал із картками. Коли світло повернеться, внесіть кожен запис із його номером, а номери, які лишилися, закрийте актом.',
  add: 'Зарезервувати номери',
  empty: 'Номерів для паперових журналів ще не резервували.',
  columns: {
    on: 'День',
    department: 'Підрозділ',
    numbers: 'Номери',
    states: 'Що з номерами',
    madeBy: 'Зарезервував(ла)',
    deeds: 'Дії',
  },
  range: '{first} – {last}',
  states: { left: 'Вільних', used: 'Внесено', closed: 'Закрито' } satisfies Record<NumberState, string>,
  act: 'Акт від {date}, {by}: {reason}',
  print: 'Журнал (PDF)',
  printThis: 'Журнал із номерами {range} (PDF)',
  show: 'Номери',
  showThis: 'Номери {range}',
  close: 'Закрити актом',
  closeThis: 'Закрити актом номери {range}',
  form: {
    title: 'Номери для паперового журналу',
    department: 'Підрозділ',
    choose: 'Оберіть підрозділ',
    on: 'З якого дня',
    onHint: 'Сьогодні або до 30 днів наперед.',
    count: 'Скільки номерів',
    countHint: 'Від 1 до 200: один рядок і одна картка на номер.',
    reason: 'Підстава',
    reasonHint: 'Наприклад: графік відключень світла на 5 березня.',
    save: 'Зарезервувати',
    saving: 'Резервуємо…',
    cancel: 'Скасувати',
  },
  closing: {
    title: 'Акт про невикористані номери',
    says: {
      one: 'Буде закрито {n} номер. Жодне звернення його вже не матиме.',
      few: 'Буде закрито {n} номери. Жодне звернення їх уже не матиме.',
      many: 'Буде закрито {n} номерів. Жодне звернення їх уже не матиме.',
      other: 'Буде закрито {n} номера. Жодне звернення їх уже не матиме.',
    } satisfies PluralForms,
    reason: 'Чому не використано',
    reasonHint: 'Наприклад: світло повернулося раніше.',
    save: 'Закрити номери',
    saving: 'Закриваємо…',
    cancel: 'Скасувати',
  },
  numbers: {
    loading: 'Завантажуємо номери…',
    states: { left: 'вільний', used: 'внесено', closed: 'закрито актом' } satisfies Record<NumberState, string>,
    close: 'Закрити',
  },
};
/** Every other language has the same keys. */
export type DeskJournalsTexts = Readonly<typeof deskJournals>;
