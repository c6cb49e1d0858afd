import type { StaffDelegation } from '#shared/contract/delegations.ts';

/** Who works in whose place, on the page of whoever manages accounts; and «за кого» where a deed was done so. */
export const deskDelegations = {
  title: 'Заміщення',
  lead: 'Поки людини немає, її справи може вести колега. Права діють від першого дня до кінця останнього і зникають самі. У кожній історії видно, хто діяв і за кого.',
  loading: 'Завантажуємо заміщення…',
  none: 'Заміщень немає.',
  add: 'Оформити заміщення',
  columns: { giver: 'Кого немає', taker: 'Хто заступає', days: 'Дні', rights: 'Що може', state: 'Стан', deeds: 'Дії' },
  days: '{from} – {to}',
  states: {
    ahead: 'Ще не почалося',
    'in-force': 'Діє',
    over: 'Закінчилося',
    revoked: 'Скасовано',
  } satisfies Record<StaffDelegation['state'], string>,
  gone: 'обліковий запис видалено',
  revoke: 'Скасувати',
  revokeThis: 'Скасувати заміщення: {taker} за {giver}',
  sureTitle: 'Скасувати заміщення',
  sure: '{taker} одразу втратить права, передані на час відсутності: {giver}. Зроблене залишиться в історії.',
  doRevoke: 'Скасувати заміщення',
  keep: 'Залишити',
  doneAdded: 'Заміщення оформлено: {taker} за {giver}.',
  doneRevoked: 'Заміщення скасовано: {taker} за {giver}.',
  form: {
    title: 'Нове заміщення',
    giver: 'Кого немає',
    taker: 'Хто заступає',
    choose: 'Оберіть працівника',
    rights: 'Що передати',
    rightsFirst: 'Оберіть, кого немає: тут з’являться права цієї людини.',
    rightsNone: 'У цієї людини немає прав, які можна передати.',
    rightsHint: 'Керування працівниками, довідники й журнал дій не передаються.',
    from: 'Перший день',
    to: 'Останній день',
    reason: 'Підстава',
    reasonHint: 'Номер і дата наказу.',
    save: 'Оформити',
    saving: 'Зберігаємо…',
    cancel: 'Не оформлювати',
  },
  inPlaceOf: 'за {name}',
};
/** Every other language has the same keys. */
export type DeskDelegationsTexts = Readonly<typeof deskDelegations>;
