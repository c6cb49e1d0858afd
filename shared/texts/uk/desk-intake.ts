import type { ReplyWay, STAFF_CHANNELS } from '#shared/domain/appeal.ts';
import type { ReceiptReason } from '#shared/domain/receipt.ts';
import type { PluralForms } from '#shared/texts/plural.ts';

/** Taking an appeal from somebody who called, wrote or came. */
export const deskIntake = {
  title: 'Нове звернення',
  lead: 'Для того, хто зателефонував, написав або прийшов.',
  text: 'Суть звернення і прохання',
  ifAny: 'якщо є',
  placeHint: 'Порожньо, якщо звернення не про місце.',
  contact: 'Як зв’язатися',
  contactHint: 'Досить одного способу. Без нього відповіді не надіслати.',
  channel: 'Як звернулися',
  channels: {
    phone: 'Телефоном',
    post: 'Поштою',
    reception: 'На прийомі',
  } satisfies Record<(typeof STAFF_CHANNELS)[number], string>,
  receivedOn: 'Коли надійшло',
  receivedOnHint: 'Порожньо, якщо сьогодні. Строк рахуємо від цього дня.',
  receiptReason: 'Чим це підтверджено',
  receiptReasonPrompt: 'Оберіть підставу',
  receiptReasons: {
    postmark: 'Дата на поштовому штемпелі',
    blackout: 'Журнал, який вели без світла',
    other: 'Інше, сказано словами',
  } satisfies Record<ReceiptReason, string>,
  receiptExplanation: 'Пояснення',
  journalNumber: 'Номер із паперового журналу',
  journalNumberHint: 'Якщо звернення записали без світла на картку з номером.',
  termAhead: 'Відповідь за законом — до {date}.',
  termNear: 'Відповідь за законом — до {date}: {left}. Звернення буде прийнято.',
  termPast: 'Строк за законом минув {date}. Звернення буде прийнято як прострочене.',
  termToday: 'строк минає сьогодні',
  termLeft: {
    one: 'лишається {n} день',
    few: 'лишається {n} дні',
    many: 'лишається {n} днів',
    other: 'лишається {n} дня',
  } satisfies PluralForms,
  replyWays: {
    page: 'На сайті, за номером і кодом',
    email: 'На електронну пошту',
    post: 'Листом',
    phone: 'Телефоном',
  } satisfies Record<ReplyWay, string>,
  sms: 'Заявник просить SMS (згоду надано усно)',
  publication: 'Заявник дозволив показати текст на мапі без імені',
  submit: 'Прийняти звернення',
  back: 'До списку',
  clear: 'Очистити форму',
  sentBefore:
    'Звернення з цієї форми вже прийнято. Якщо змінений текст — це нове звернення, натисніть «Прийняти звернення» ще раз.',
  received: 'Звернення прийнято',
  readAloud: 'Прочитайте заявникові:',
  number: 'Номер',
  accessCode: 'Код доступу',
  accessCodeWhy: 'Номер і код відкривають звернення на сайті. Літери — латинські.',
  due: 'Відповідь до',
  open: 'Відкрити звернення',
  another: 'Ще одне звернення',
};
/** Every other language has the same keys. */
export type DeskIntakeTexts = Readonly<typeof deskIntake>;
