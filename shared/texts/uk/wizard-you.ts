/** The step that asks who appeals and how to answer. */
export const wizardYou = {
  question: 'Хто ви і як вам відповісти?',
  lead: 'Ім’я, адресу й контакти бачать лише ті, хто розглядає звернення. На мапі й на сайті їх немає.',
  joining: 'Ви приєднуєтеся до звернення {number}. Відповідь дадуть і вам особисто.',
  own: 'Ні, написати власне звернення',
  person: 'Хто звертається',
  forWhom: 'Людина, від імені якої ви звертаєтеся',
  contact: 'Як з вами зв’язатися',
  reply: 'Відповідь',
  wishes: 'За вашим бажанням',
  wishesHint: 'Без цих позначок звернення розглянуть так само.',
  helped: 'Мені допомогли заповнити',
  helpedWhy:
    'Якщо допомагав хтось інший, впишіть його номер тут, а не вище. Це не ваш контакт: туди не надсилаємо ні відповідь, ні коди.',
  helperPhone: 'Телефон помічника',
};
/** Every other language has the same keys. */
export type WizardYouTexts = Readonly<typeof wizardYou>;
