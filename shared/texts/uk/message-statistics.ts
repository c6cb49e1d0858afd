import type { MoneyLine } from '#shared/domain/sms-money.ts';
import type { SmsTemplate } from './sms.ts';

const lines: Record<MoneyLine, string> = {
  appeals: 'Звернення громадян (п. 2.1.4)',
  deputies: 'Звернення до депутатів (п. 2.3.3)',
  information: 'Інформування мешканців (п. 2.4.3)',
};
/** What each text is about, for those who never got one. */
const kinds: Record<SmsTemplate, string> = {
  otp: 'Одноразовий код',
  'appeal.registered': 'Звернення зареєстровано',
  'appeal.question': 'Запитання до заявника',
  'appeal.extended': 'Строк відповіді продовжено',
  'appeal.forwarded': 'Звернення передано іншому органу',
  'appeal.returned': 'Звернення повернуто',
  'appeal.terminated': 'Розгляд припинено',
  'appeal.answered': 'Відповідь готова',
  'petition.published': 'Петицію оприлюднено',
  'petition.rejected': 'Петицію не оприлюднено',
  'petition.threshold': 'Петиція зібрала підписи',
  'petition.answered': 'Відповідь на петицію',
  'petition.failed': 'Петиція стала зверненням',
};
/** The public page about the texts that the city sent and what they cost. */
export const messageStatistics = {
  title: 'SMS від міста: скільки їх і скільки коштують',
  lead: 'Місто надсилає SMS про хід звернень і одноразові коди. Тут видно, скільки SMS надіслано, скільки доставлено та скільки за них заплачено.',
  years: 'Рік',
  total: 'Усього за {year} рік',
  empty: 'За {year} рік місто не надіслало жодного SMS.',
  emptyYet: 'У {year} році місто ще не надіслало жодного SMS. Числа з’являться тут після першого.',
  sent: 'Надіслано SMS',
  delivered: 'Доставлено',
  failed: 'Не доставлено',
  open: 'Невідомо, чи доставлено',
  parts: 'Оплачено частин SMS',
  paid: 'Заплачено',
  hryvnias: '{sum} грн',
  byLine: 'За рядками міської програми',
  byLineUnit: 'Гроші на SMS за {year} рік, грн',
  line: 'Рядок програми',
  amount: 'Виділено',
  spent: 'Витрачено',
  left: 'Лишилося',
  whole: 'Разом',
  lines,
  lasts: 'Чи вистачить грошей до кінця року',
  enough: 'вистачить, якщо надсилати, як останні чотири тижні.',
  endsOn: 'якщо надсилати, як останні чотири тижні, гроші закінчаться {date}.',
  ended: 'гроші на сповіщення цього року закінчилися.',
  noMoney: 'грошей на цей рік не виділено.',
  reserve:
    'П’яту частину кожного рядка місто береже для одноразових кодів: без коду не подати звернення онлайн і не ввійти. Прогноз – про решту грошей.',
  byMonth: 'За місяцями',
  byMonthUnit: 'SMS за {year} рік і їхня ціна, грн',
  month: 'Місяць',
  bar: 'Смуга під назвою місяця – надіслані SMS, кольорова її частина – доставлені.',
  byKind: 'За видом SMS',
  kind: 'Вид SMS',
  kinds,
  price: 'Грн',
  recount: 'Як перерахувати самому',
  recountSays:
    'Усі числа цієї сторінки додано з відкритих рядків: день, рядок програми, вид SMS. Додайте рядки файла – матимете ті самі суми.',
  csv: 'Файл CSV за {year} рік',
  json: 'Те саме у форматі JSON',
  counts:
    'SMS враховано, коли його передано оператору й оплачено, навіть якщо потім воно не дійшло. Одноразові коди теж враховано. Довге SMS складається з кількох частин, і платять за кожну.',
  nothingPersonal:
    'Персональних даних тут немає: ні номерів, ні імен, ні текстів SMS. Числа відстають від обліку щонайбільше на хвилину.',
};
/** Every other language has the same keys. */
export type MessageStatisticsTexts = Readonly<typeof messageStatistics>;
