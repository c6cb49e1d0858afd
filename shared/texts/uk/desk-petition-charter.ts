import type { SignerScope, SigningMethod } from '#shared/domain/petition.ts';

/** What the charter sets for petitions, for whoever keeps the reference data. */
export const deskPetitionCharter = {
  kind: 'Статут: петиції',
  title: 'Правила петицій за статутом',
  lead: 'Кількість підписів і строк їх збору визначає статут громади (ст. 23-1 Закону «Про звернення громадян»). Нова редакція діє від своєї дати; оприлюднені петиції залишаються за тими правилами, за яких їх оприлюднили.',
  loading: 'Завантажуємо…',
  editions: 'Редакції',
  columns: {
    validFrom: 'Діє від',
    threshold: 'Підписів',
    collect: 'Строк збору',
    rules: 'Правила',
    source: 'Підстава',
  },
  inForce: 'діє зараз',
  ahead: 'ще не почала діяти',
  by: 'внесено: {name}',
  months: { one: '{n} місяць', few: '{n} місяці', many: '{n} місяців', other: '{n} місяця' },
  days: { one: '{n} день', few: '{n} дні', many: '{n} днів', other: '{n} дня' },
  methods: { eid: 'електронний підпис', sms: 'код із SMS' } satisfies Record<SigningMethod, string>,
  scopes: { citizen: 'підписує кожен громадянин', resident: 'підписують жителі громади' } satisfies Record<
    SignerScope,
    string
  >,
  closes: 'збір завершується, щойно зібрано досить',
  goesOn: 'збір триває до кінця строку',
  withdrawable: 'підпис можна забрати',
  final: 'підпис забрати не можна',
  add: 'Нова редакція',
  preset: 'Почати з правил іншого міста',
  presetPrompt: 'Не брати',
  presetHint: 'Числа з рішень інших рад. Перевірте їх за статутом своєї громади.',
  presetLine: '{city}: {threshold}',
  form: {
    validFrom: 'Діє від',
    source: 'Підстава',
    sourceHint: 'Наприклад: рішення міської ради від 19.11.2025 № 1.',
    threshold: 'Скільки підписів потрібно',
    collect: 'Строк збору',
    unit: 'Рахувати',
    units: { months: 'місяцями', days: 'днями' },
    signerAuth: 'Чим підтверджують особу',
    signerScope: 'Хто може підписати',
    closeOnThreshold: 'Завершувати збір, щойно зібрано досить підписів',
    allowWithdrawSignature: 'Дозволити забирати свій підпис',
    save: 'Внести редакцію',
    saving: 'Зберігаємо…',
  },
  stale: 'Редакцію щойно вніс хтось інший. Ось вони зараз; введене збережено.',
  done: 'Редакцію внесено.',
};
/** Every other language has the same keys. */
export type DeskPetitionCharterTexts = Readonly<typeof deskPetitionCharter>;
