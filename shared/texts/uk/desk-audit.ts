import type { RevealReason } from '#shared/domain/reveal.ts';

/** Who was shown personal data and what was done to accounts; and the question before masked people are shown. */
export const deskAudit = {
  title: 'Журнал доступу',
  rail: 'Нагляд',
  lead: 'Хто і коли бачив особисті дані поза своїми справами, хто забирав документи й журнали, що робили з обліковими записами. Записів не можна змінити чи видалити.',
  loading: 'Завантажуємо журнал…',
  empty: 'За цими умовами записів немає.',
  more: 'Показати ще',
  loadingMore: 'Завантажуємо…',
  apply: 'Показати',
  any: 'Усе',
  gone: 'обліковий запис видалено',
  fields: { area: 'Що', number: 'Номер звернення', from: 'Від', to: 'До' },
  areas: { 'personal-data': 'Особисті дані', accounts: 'Облікові записи' },
  columns: { at: 'Коли', actor: 'Хто', what: 'Що зроблено', about: 'Стосовно' },
  kinds: {
    'person.revealed': 'Побачено дані заявника',
    'paper.taken': 'Забрано документ справи',
    'journal.read': 'Переглянуто журнал реєстрації',
    'journal.taken': 'Забрано журнал реєстрації файлом',
    'staff.created': 'Створено обліковий запис',
    'staff.changed': 'Змінено обліковий запис',
    'staff.locked': 'Заблоковано',
    'staff.unlocked': 'Розблоковано',
    'staff.password-reset': 'Скинуто пароль',
    'staff.password-changed': 'Змінено власний пароль',
    'staff.totp-enrolled': 'Увімкнено код підтвердження',
    'staff.totp-reset': 'Скинуто код підтвердження',
    'staff.signed-out': 'Завершено сеанси',
    'staff.role-changed': 'Змінено роль',
  },
  caseNo: 'звернення {number}',
  papers: { card: 'картка', letter: 'лист' },
  days: '{from} – {to}',
  roleNo: 'роль {role}',
  reasonNo: 'причина: {reason}',
  reveal: {
    why: 'Ви не розглядаєте цю справу, тому дані приховано. Якщо вони потрібні, вкажіть причину: перегляд буде записано.',
    reason: 'Навіщо вам дані заявника',
    reasonFirst: 'Оберіть причину.',
    show: 'Показати дані',
    reasons: {
      reach: 'Зв’язатися із заявником',
      identity: 'Перевірити, хто звернувся',
      answer: 'Підготувати або перевірити відповідь',
      check: 'Перевірка роботи зі зверненням',
      request: 'Запит заявника про його дані',
    } satisfies Record<RevealReason, string>,
  },
};
/** Every other language has the same keys. */
export type DeskAuditTexts = Readonly<typeof deskAudit>;
