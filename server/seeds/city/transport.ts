import { askChoice, askWords, askYesNo, type Branch, INFRASTRUCTURE } from './category.ts';

/** How people and cars get about. */
export const transport: Branch = {
  code: 'transport',
  name: ['Транспорт і паркування', 'Transport and parking'],
  leaves: [
    {
      code: 'public-transport',
      name: ['Громадський транспорт', 'Public transport'],
      group: 3,
      department: 3,
      synonyms:
        'трамвай, тролейбус, автобус, маршрутка, розклад, інтервал, водій, проїзд, квиток, маршрут, трамвай опаздывает, bus, tram',
      questions: [
        askWords('route', ['Номер маршруту', 'Route number']),
        askWords('vehicle', [
          'Бортовий або державний номер, якщо пам’ятаєте',
          'Fleet or plate number, if you remember it',
        ]),
        askWords('when', ['Коли це було', 'When it happened']),
      ],
    },
    {
      ...INFRASTRUCTURE,
      code: 'transport-stop',
      name: ['Зупинка транспорту', 'Transport stop'],
      group: 3,
      department: 3,
      synonyms: 'зупинка, павільйон, навіс, лавка на зупинці, табло, остановка, stop',
    },
    {
      code: 'parking',
      name: ['Паркування з порушенням', 'Parking where it is forbidden'],
      group: 3,
      department: 3,
      synonyms:
        'парковка, припарковані, машина на тротуарі, евакуатор, майданчик для паркування, стоянка, автохам, parking',
      questions: [
        askYesNo('blocks-way', ['Машина перекриває прохід або проїзд', 'The car blocks the way']),
        askChoice('spot', ['Де стоїть', 'Where it stands'], {
          pavement: ['На тротуарі', 'On the pavement'],
          crossing: ['Біля переходу чи перехрестя', 'By a crossing or a corner'],
          green: ['На газоні', 'On the grass'],
          disabled: ['На місці для людей з інвалідністю', 'On a place for disabled people'],
        }),
      ],
    },
    {
      code: 'abandoned-car',
      name: ['Покинуте авто', 'Abandoned car'],
      group: 3,
      department: 11,
      synonyms: 'кинута машина, розбите авто, металобрухт, без коліс, брошенная машина, abandoned vehicle',
      questions: [askWords('plate', ['Марка, колір і номер, якщо є', 'Make, colour and plate, if there is one'])],
    },
  ],
};
