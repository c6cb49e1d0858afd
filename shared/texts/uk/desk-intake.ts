import type { ReplyWay, STAFF_CHANNELS } from '#shared/domain/appeal.ts';

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
