import type { ReplyWay } from '#shared/domain/appeal.ts';

/** What the fields of an appeal are called, in the wizard and at the desk, and what is said beside them. */
export const appealForm = {
  sections: {
    matter: 'Що сталося',
    place: 'Де це',
    person: 'Хто звертається',
  },
  kind: 'Що ви хочете подати',
  category: 'Тема',
  categoryPrompt: 'Оберіть тему',
  decision: 'Яке рішення, дію чи бездіяльність ви оскаржуєте',
  contestedDepartment: 'Чиє це рішення',
  contestedDepartmentPrompt: 'Не знаю або немає в списку',
  decidedOn: 'Коли його ухвалили',
  learnedOn: 'Коли ви про нього дізналися',
  address: 'Адреса',
  placeDescription: 'Як знайти місце',
  lastName: 'Прізвище',
  firstName: 'Ім’я',
  patronymic: 'По батькові',
  patronymicHint: 'Залиште порожнім, якщо не маєте.',
  residence: 'Місце проживання',
  residenceHint: 'Закон вимагає вказати його у зверненні. На мапі й на сайті його не буде.',
  contactHint: 'Досить одного способу. Без нього ми не зможемо вам відповісти.',
  contactAnyOne: 'Спосіб зв’язку',
  phone: 'Мобільний телефон',
  phoneHint: 'Наприклад 067 123 45 67.',
  email: 'Електронна пошта',
  landline: 'Стаціонарний телефон',
  postal: 'Поштова адреса',
  replyBy: 'Як надіслати відповідь',
  replyWays: {
    page: 'Прочитаю на сторінці звернення',
    email: 'На електронну пошту',
    post: 'Листом на поштову адресу',
    phone: 'Зателефонуйте й прочитайте',
  } satisfies Record<ReplyWay, string>,
  replyPageHint: 'Сторінка відкривається за номером і кодом доступу.',
  sms: 'Надсилати SMS про моє звернення',
  smsHint:
    'Якщо вказати й електронну пошту, напишемо на неї, а SMS надішлемо, коли лист не доходить. Номер буде передано оператору зв’язку. Вимкнути SMS можна будь-коли.',
  publication: 'Показати на мапі текст і фото без мого імені',
  publicationHint: 'Перед показом текст перегляне працівник міста й прибере особисте.',
  notice:
    'Ваші дані обробляє {controller}, щоб розглянути звернення (ст. 11 Закону «Про захист персональних даних»). Кому передаємо і ваші права: {link}.',
  noticeLink: 'персональні дані',
  answersInUkrainian: '',
};
/** Every other language has the same keys. */
export type AppealFormTexts = Readonly<typeof appealForm>;
