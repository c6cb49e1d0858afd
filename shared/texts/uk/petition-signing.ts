import type { SignerScope } from '#shared/domain/petition.ts';
import { city } from '#shared/texts/city.ts';

/** Signing a petition: who signs, the code from the text, and the receipt. */
export const petitionSigning = {
  title: 'Підписати петицію',
  public:
    'Закон вимагає показувати, хто підписав петицію: ваші прізвище, ім’я, по батькові, дату й час побачать усі. Телефону не побачить ніхто.',
  labels: {
    lastName: 'Прізвище',
    firstName: 'Ім’я',
    patronymic: 'По батькові',
    phone: 'Мобільний телефон',
    news: 'Повідомити мене про відповідь',
  },
  signer: 'Хто підписує',
  entitled: {
    citizen: 'Я громадянин або громадянка України',
    resident: `Я живу в громаді міста ${city.uk.genitive}`,
  } satisfies Record<SignerScope, string>,
  phoneHint: 'Наприклад 067 123 45 67. На нього прийде код. З одного номера — один підпис.',
  newsHint: 'Надішлемо SMS на цей номер, коли рада відповість або коли петиція стане зверненням.',
  getCode: 'Отримати код у SMS',
  eid: 'Підписати за е-ідентифікацією',
  eidHint: 'Дія, BankID або електронний підпис',
  instead: 'Або за кодом у SMS',
  onlyEid: 'Цю петицію підписують лише за е-ідентифікацією.',
  eidAway: 'Зараз вона не працює. Спробуйте, будь ласка, пізніше: підписи збирають до {date}.',
  codeTitle: 'Введіть код із SMS',
  codeLead: 'Ми надіслали код на {phone}. Він діє 10 хвилин.',
  who: 'Підписує {name}. Щойно ви натиснете кнопку, підпис буде поставлено.',
  code: 'Код із SMS',
  sign: 'Підписати петицію',
  newCode: 'Надіслати новий код',
  change: 'Змінити ім’я або номер',
  signed: 'Дякуємо, ваш підпис прийнято',
  signedLead: 'За кілька секунд він з’явиться в загальному списку.',
  already: 'Ви вже підписали цю петицію {date}',
  alreadyLead: 'Кожен підписує петицію один раз, тому другого підпису ми не додали. Перший враховано.',
  receipt: 'Квитанція',
  receiptWhy:
    'Місто підтверджує під своєю печаткою, що прийняло цей підпис. Збережіть сторінку, якщо хочете колись це перевірити.',
  at: 'Підписано',
  method: 'Спосіб',
  leaf: 'Відбиток підпису в списку',
  seal: 'Печатка міста',
  sealKey: 'ключ {key}',
  proof: 'Доказ, що підпис стоїть у списку',
  toPetition: 'Відкрити петицію',
  tell: 'Розкажіть про петицію іншим',
  closed: 'Підписати вже не можна',
  closedEnded: 'Збір підписів під петицією завершено {date}.',
  closedElsewhere: 'Цю петицію підписували на сайті громадського об’єднання, тут її не підписують.',
  closedReached: 'Петиція набрала потрібну кількість підписів, тому збір завершено.',
};
/** Every other language has the same keys. */
export type PetitionSigningTexts = Readonly<typeof petitionSigning>;
