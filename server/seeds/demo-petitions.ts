import type { PetitionDecision } from '#shared/domain/petition.ts';

/** One invented petition: how long ago it was published, how many signed it since, and how it ended. */
export interface DemoPetition {
  daysAgo: number;
  title: string;
  essence: string;
  demand: string;
  initiator: [lastName: string, firstName: string, patronymic: string];
  /** Null for one that waits to be checked. */
  signatures: number | null;
  /** On how many of the days since then people signed; all of them where it is left out. */
  signingDays?: number;
  review?: 'announced' | PetitionDecision;
}

/** Petitions at every stage; the city, its people and their wishes are invented. */
export const DEMO_PETITIONS: readonly DemoPetition[] = [
  {
    daysAgo: 0,
    title: 'Облаштувати пункт обігріву на автовокзалі «Привоз»',
    essence: 'Узимку люди годинами чекають на автобуси надворі: зала очікування зачинена з восьмої вечора.',
    demand: 'Відкрити залу очікування цілодобово з грудня до березня та поставити в ній два обігрівачі й питну воду.',
    initiator: ['Яценко', 'Людмила', 'Павлівна'],
    signatures: null,
  },
  {
    daysAgo: 4,
    title: 'Питні фонтанчики на Трасі здоров’я',
    essence: 'На восьми кілометрах траси немає жодного місця, де можна набрати води. Улітку людям стає зле.',
    demand: 'Установити щонайменше шість питних фонтанчиків і щомісяця оприлюднювати результати перевірки води.',
    initiator: ['Мороз', 'Андрій', 'Вікторович'],
    signatures: 128,
  },
  {
    daysAgo: 41,
    title: 'Повернути трамвай на вулицю Преображенську',
    essence:
      'Трамвай щодня возив десятки тисяч людей. Після ремонту колій рух так і не відновили, автобуси переповнені.',
    demand: 'Відновити рух трамваїв до кінця року, а до того оприлюднити план робіт із датами та відповідальними.',
    initiator: ['Гордієнко', 'Олена', 'Сергіївна'],
    signatures: 742,
  },
  {
    daysAgo: 58,
    title: 'Тихі години для будівництва в житлових дворах',
    essence: 'Будівельники працюють з шостої ранку й до ночі, а поліція лише складає протоколи.',
    demand:
      'Заборонити шумні роботи з 20:00 до 9:00 та у вихідні, і зробити це умовою дозволу на порушення благоустрою.',
    initiator: ['Лисенко', 'Тарас', 'Іванович'],
    signatures: 1_093,
    signingDays: 53,
    review: 'announced',
  },
  {
    daysAgo: 76,
    title: 'Безбар’єрний доступ до пляжів Аркадії та Ланжерону',
    essence: 'На кріслі колісному до моря не дістатися: пандуси обриваються за десять метрів від води.',
    demand: 'Прокласти настили до води на двох пляжах, поставити кабінки й поручні та призначити відповідального.',
    initiator: ['Савченко', 'Наталія', 'Олександрівна'],
    signatures: 1_482,
    signingDays: 38,
    review: 'supported',
  },
  {
    daysAgo: 110,
    title: 'Заборонити електросамокати в Міському саду',
    essence: 'Орендні самокати їздять між дитячими візочками й лавами, їх кидають упоперек доріжок.',
    demand: 'Позначити Міський сад зоною, де самокати не їдуть, та домовитися про це з компаніями прокату.',
    initiator: ['Кравчук', 'Ігор', 'Миколайович'],
    signatures: 214,
    signingDays: 60,
  },
];
