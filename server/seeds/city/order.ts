import { askYesNo, type Branch, INFRASTRUCTURE, PRIVATE, RESIDENTIAL, SECRET } from './category.ts';

/** Order in public, and what is built and sold. */
export const order: Branch = {
  code: 'order',
  name: ['Порядок, торгівля, будівництво', 'Order, trade, building'],
  leaves: [
    {
      ...PRIVATE,
      code: 'noise',
      name: ['Шум', 'Noise'],
      group: 12,
      department: 11,
      synonyms: 'шум, гучна музика, тиша, ремонт уночі, кафе шумить, генератор, громкая музыка, noise',
      notice: [
        'Тишу порушують просто зараз? Поліція приїде швидше: 102.',
        'Is the quiet being broken right now? The police will come sooner: 102.',
      ],
    },
    {
      ...PRIVATE,
      code: 'neighbours',
      name: ['Сусіди', 'Neighbours'],
      group: 12,
      department: 11,
      synonyms: 'сусід, конфлікт, затоплюють, перепланування, паління, соседи, neighbour',
    },
    {
      ...PRIVATE,
      code: 'illegal-building',
      name: ['Будівництво й самобуди', 'Building and illegal structures'],
      group: 4,
      department: 13,
      synonyms: 'будівництво, самобуд, прибудова, МАФ, паркан, забудова, дозвіл, стройка, незаконная стройка, building',
      questions: [askYesNo('going-on', ['Будують просто зараз', 'Building is going on right now'])],
    },
    {
      ...PRIVATE,
      code: 'unsafe-building',
      name: ['Аварійна будівля', 'Unsafe building'],
      group: 10,
      department: 2,
      isDanger: true,
      synonyms: 'аварійний будинок, тріщина, обвал, балкон, руїна, сиплеться, аварийное здание, collapse',
    },
    {
      code: 'trade',
      name: ['Стихійна торгівля, ринки, кіоски', 'Street trade, markets, kiosks'],
      group: 4,
      department: 11,
      synonyms: 'торгівля, ринок, кіоск, прилавок, торгують на тротуарі, базар, торговля, market',
    },
    {
      ...INFRASTRUCTURE,
      code: 'advertising',
      name: ['Реклама, вивіски, оголошення', 'Advertising, signs, notices'],
      group: 4,
      department: 12,
      synonyms: 'реклама, білборд, вивіска, оголошення на стовпах, трафарет, реклама наркотиків, billboard',
    },
    {
      ...INFRASTRUCTURE,
      code: 'vandalism',
      name: ['Пошкоджене майно міста, графіті', 'Damaged city property, graffiti'],
      group: 12,
      department: 11,
      synonyms: 'вандалізм, графіті, розмальовано, розбито, зламано, вандализм, vandalism',
    },
  ],
};

/** What the war brings. Nearly all of it is shown to nobody. */
export const safety: Branch = {
  code: 'safety',
  name: ['Безпека у воєнний час', 'Safety in wartime'],
  leaves: [
    {
      ...RESIDENTIAL,
      code: 'shelter',
      name: ['Укриття', 'Shelters'],
      group: 12,
      department: 11,
      publicity: 'delayed',
      synonyms: 'укриття, бомбосховище, підвал, сховище, зачинене укриття, тривога, убежище, shelter',
      questions: [askYesNo('closed', ['Під час тривоги укриття було зачинене', 'It was closed during an alert'])],
    },
    {
      ...SECRET,
      code: 'shelling-damage',
      name: ['Наслідки обстрілу', 'Damage by shelling'],
      group: 12,
      department: 11,
      isDanger: true,
      synonyms:
        'обстріл, вибух, влучання, уламки, вікна вибило, пошкоджено дронами, компенсація за житло, єВідновлення, обстрел, shelling',
      notice: [
        'Не фотографуйте й не показуйте місце влучання іншим. Це звернення бачитимуть лише працівники міста.',
        'Do not photograph the place of a hit or show it to others. Only the city’s staff will see this appeal.',
      ],
    },
    {
      ...SECRET,
      code: 'explosive',
      name: ['Підозрілий або вибухонебезпечний предмет', 'Suspicious or explosive object'],
      group: 12,
      department: 11,
      isDanger: true,
      synonyms: 'міна, снаряд, ракета, граната, підозрілий предмет, пакет, боєприпас, бомба, мина, mine, explosive',
      notice: [
        'Не торкайтеся, відійдіть і попередьте інших. Зателефонуйте 101 або 102.',
        'Do not touch it, move away and warn others. Call 101 or 102.',
      ],
    },
    {
      ...SECRET,
      code: 'military',
      name: ['Військові, блокпости, мобілізація', 'Military, checkpoints, mobilisation'],
      group: 23,
      department: 1,
      synonyms: 'військові, блокпост, ТЦК, мобілізація, повістка, комендантська година, ППО, военкомат, military',
      notice: [
        'Місто не керує військом: звернення перешлють за належністю протягом 5 днів.',
        'The city does not command the military: the appeal will be forwarded to those who do within 5 days.',
      ],
    },
    {
      ...SECRET,
      code: 'alarm',
      name: ['Сирени та оповіщення', 'Sirens and alerts'],
      group: 12,
      department: 11,
      synonyms: 'сирена, не чути тривогу, оповіщення, гучномовець, сирена, siren',
    },
  ],
};
