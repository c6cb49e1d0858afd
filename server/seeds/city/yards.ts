import {
  askChoice,
  askNumber,
  askWords,
  askYesNo,
  type Branch,
  INFRASTRUCTURE,
  PRIVATE,
  RESIDENTIAL,
  SECRET,
} from './category.ts';

/** Houses and what stands around them. */
export const yards: Branch = {
  code: 'yards',
  name: ['Двір і будинок', 'Yard and house'],
  leaves: [
    {
      ...RESIDENTIAL,
      code: 'rubbish',
      name: ['Сміття та контейнери', 'Rubbish and containers'],
      group: 9,
      department: 2,
      synonyms:
        'смітник, контейнер, бак, звалище, вивіз сміття, відходи, будівельне сміття, мусор, свалка, rubbish, garbage',
      questions: [
        askChoice('kind-of-rubbish', ['Що саме', 'What exactly'], {
          overflow: ['Контейнери переповнені', 'Containers are overfull'],
          bulky: ['Великогабаритне або будівельне сміття', 'Bulky or building waste'],
          dump: ['Стихійне звалище', 'Illegal dump'],
          broken: ['Контейнер пошкоджено або його немає', 'A container is broken or missing'],
        }),
      ],
    },
    {
      ...INFRASTRUCTURE,
      code: 'playground',
      name: ['Дитячий або спортивний майданчик', 'Playground or sports ground'],
      group: 9,
      department: 2,
      synonyms: 'гойдалка, гірка, пісочниця, турнік, тренажер, майданчик, качели, площадка, playground',
      questions: [
        askYesNo('sharp', ['Є гострі краї або щось може впасти', 'There are sharp edges or something may fall']),
      ],
    },
    {
      ...PRIVATE,
      code: 'house-repair',
      name: ['Дах, фасад, під’їзд, підвал', 'Roof, front, entrance, basement'],
      group: 10,
      department: 2,
      synonyms: 'дах тече, покрівля, фасад, під’їзд, підвал, ОСББ, управитель, ЖКС, крыша, подъезд, roof',
      questions: [askNumber('entrance', ['Номер під’їзду', 'Number of the entrance'])],
    },
    {
      ...PRIVATE,
      code: 'elevator',
      name: ['Ліфт', 'Lift'],
      group: 10,
      department: 2,
      isDanger: true,
      synonyms: 'ліфт не працює, застряг, кабіна, лифт, elevator',
      questions: [
        askNumber('entrance', ['Номер під’їзду', 'Number of the entrance']),
        askYesNo('inside', ['У ліфті хтось є', 'Somebody is inside']),
      ],
    },
  ],
};

/** Heat, water, light and gas in houses, and the networks that bring them. */
export const utilities: Branch = {
  code: 'utilities',
  name: ['Тепло, вода, світло, газ', 'Heat, water, light, gas'],
  leaves: [
    {
      ...RESIDENTIAL,
      code: 'heating-water',
      name: ['Тепло, вода, каналізація', 'Heating, water, sewers'],
      group: 9,
      department: 2,
      publicity: 'delayed',
      synonyms:
        'опалення, батареї холодні, гаряча вода, немає води, напір, прорвало трубу, каналізація, стоки, отопление, вода, canalization',
      questions: [
        askChoice('what-is-off', ['Чого немає', 'What is missing'], {
          heat: ['Опалення', 'Heating'],
          hot: ['Гарячої води', 'Hot water'],
          cold: ['Холодної води', 'Cold water'],
          sewer: ['Не працює каналізація', 'The sewer does not work'],
        }),
        askYesNo('whole-house', ['Так у всьому будинку', 'So it is in the whole house']),
      ],
    },
    {
      ...SECRET,
      code: 'power-outage',
      name: ['Немає світла, обірвано дріт', 'No electricity, broken wire'],
      group: 9,
      department: 2,
      isDanger: true,
      synonyms:
        'світла немає, електрика, відключення, графік, дріт, кабель, іскрить, щиток, нет света, электричество, power',
      notice: [
        'Не підходьте до обірваного дроту ближче ніж на 8 метрів. Графіки відключень складає оператор мережі, місто їх не змінює.',
        'Keep 8 metres away from a broken wire. Outage schedules are made by the network operator; the city does not change them.',
      ],
      questions: [askYesNo('whole-house', ['Світла немає в усьому будинку', 'The whole house is without light'])],
    },
    {
      ...SECRET,
      code: 'gas',
      name: ['Газ: запах, витік, немає постачання', 'Gas: smell, leak, no supply'],
      group: 9,
      department: 2,
      isDanger: true,
      synonyms: 'газ, запах газу, витік, плита, пахне газом, утечка газа, gas',
      notice: [
        'Відчинили вікна, не вмикали світло й вийшли надвір? Тоді зателефонуйте 104: це швидше за будь-яке звернення.',
        'Have you opened the windows, left the lights alone and gone outside? Then call 104: it is faster than any appeal.',
      ],
    },
    {
      ...SECRET,
      code: 'utility-node',
      name: [
        'Аварія на мережі: котельня, насосна, підстанція',
        'Network failure: boiler house, pumping station, substation',
      ],
      group: 9,
      department: 16,
      isDanger: true,
      synonyms:
        'котельня, насосна станція, підстанція, трансформатор, бойлерна, магістраль, трубопровід, авария, substation',
    },
    {
      ...PRIVATE,
      code: 'utility-bills',
      name: ['Нарахування й тарифи', 'Bills and tariffs'],
      group: 9,
      department: 2,
      hasPlace: false,
      synonyms: 'платіжка, рахунок, борг, перерахунок, тариф, лічильник, квитанція, начисление, bill',
      questions: [askWords('account', ['Хто нарахував: назва з рахунку', 'Who billed it: the name on the bill'])],
    },
  ],
};
