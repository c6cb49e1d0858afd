import type { NumberState } from '#shared/domain/number-reservation.ts';

/** A journal on paper with reserved register numbers, and its cards. It is in the state language alone. */
export const papersJournal = {
  file: 'zhurnal-{date}-{first}.pdf',
  title: 'Журнал реєстрації звернень на {date}',
  unit: 'Підрозділ: {department}',
  range: 'Зарезервовано номери: {first} – {last}, усього {count}.',
  reason: 'Підстава: {reason}. Зарезервував(ла) {name} {at}.',
  how: 'Кожне звернення запишіть в один рядок і на картку з тим самим номером, номер назвіть заявникові. Коли з’явиться світло, внесіть кожен запис у реєстр із його номером і днем надходження. Номери, які лишилися, закрийте актом.',
  columns: {
    n: '№',
    number: 'Номер',
    when: 'Дата, час',
    who: 'Прізвище, ім’я, по батькові',
    where: 'Де проживає, як відповісти',
    about: 'Зміст звернення, місце',
    took: 'Хто прийняв, підпис',
    note: 'Примітка',
  },
  notes: { left: '', used: 'внесено {date}', closed: 'не використано' } satisfies Record<NumberState, string>,
  act: 'Акт про невикористані номери',
  actSays: 'Не використано номерів: {count}. Підстава: {reason}. Закрив(ла) {name} {at}.',
  kept: 'Відповідальний за журнал: ____________________ (підпис)     «____» ____________ 20___ р.',
};
