import { askChoice, askNumber, askWords, askYesNo, type Branch, INFRASTRUCTURE } from './category.ts';

/** What lies in streets and on roads. */
export const streets: Branch = {
  code: 'streets',
  name: ['Вулиці та дороги', 'Streets and roads'],
  leaves: [
    {
      ...INFRASTRUCTURE,
      code: 'road-surface',
      name: ['Яма або пошкоджене покриття', 'Pothole or damaged surface'],
      group: 3,
      department: 3,
      synonyms:
        'яма, ями, вибоїна, асфальт, дорога, провал, колія, ремонт дороги, яма на дороге, асфальт разбит, pothole',
      questions: [
        askChoice('where-in-road', ['Де саме пошкодження', 'Where exactly is the damage'], {
          carriageway: ['На проїжджій частині', 'On the carriageway'],
          crossing: ['На пішохідному переході', 'On a crossing'],
          yard: ['На в’їзді у двір', 'At the entrance to a yard'],
        }),
        askChoice('depth', ['Яка глибина', 'How deep is it'], {
          shallow: ['Менше ніж долоня', 'Less than a palm'],
          palm: ['Приблизно з долоню', 'About a palm'],
          deep: ['Глибша за долоню', 'Deeper than a palm'],
        }),
      ],
    },
    {
      ...INFRASTRUCTURE,
      code: 'sidewalk',
      name: ['Тротуар, сходи, бордюр', 'Pavement, steps, kerb'],
      group: 3,
      department: 3,
      synonyms:
        'тротуар, плитка, бруківка, сходинки, поручні, бордюр, пішохідна доріжка, підземний перехід, лестница, sidewalk',
    },
    {
      ...INFRASTRUCTURE,
      code: 'barrier-free',
      name: [
        'Безбар’єрність: пандус, пониження, тактильна плитка',
        'Accessibility: ramp, dropped kerb, tactile paving',
      ],
      group: 9,
      department: 3,
      synonyms:
        'пандус, інвалідність, крісло колісне, візочок, тактильна плитка, доступність, коляска, незрячі, ramp, wheelchair',
    },
    {
      ...INFRASTRUCTURE,
      code: 'street-light',
      name: ['Не працює освітлення', 'Street light out'],
      group: 9,
      department: 4,
      synonyms: 'ліхтар, ліхтарі, світло, темно, лампа, стовп, освітлення вулиці, фонарь, не горит, light, lamp',
      questions: [
        askNumber('lamps', ['Скільки ліхтарів не горить', 'How many lamps are out']),
        askWords('pole-number', ['Номер на опорі, якщо його видно', 'The number on the pole, if it can be seen']),
        askYesNo('all-day', ['Ліхтар горить удень', 'The lamp is on by day']),
      ],
    },
    {
      ...INFRASTRUCTURE,
      code: 'traffic-signs',
      name: ['Знаки, світлофори, розмітка', 'Signs, lights, markings'],
      group: 3,
      department: 3,
      synonyms:
        'світлофор, знак, розмітка, зебра, пішохідний перехід, лежачий поліцейський, світлофор не працює, traffic light',
      questions: [
        askChoice('object', ['Що саме', 'What exactly'], {
          light: ['Світлофор', 'Traffic light'],
          sign: ['Дорожній знак', 'Road sign'],
          marking: ['Розмітка', 'Marking'],
          bump: ['Обмежувач швидкості', 'Speed bump'],
        }),
      ],
    },
    {
      ...INFRASTRUCTURE,
      code: 'open-manhole',
      name: ['Відкритий або пошкоджений люк', 'Open or broken manhole'],
      group: 9,
      department: 2,
      isDanger: true,
      synonyms: 'люк, колодязь, кришка люка, каналізаційний люк, яма без кришки, открытый люк, manhole',
      notice: [
        'Якщо можете зробити це безпечно, позначте люк чимось помітним: гілкою, ящиком. Не нахиляйтеся над ним.',
        'If it is safe, mark the manhole with something that can be seen, such as a branch or a box. Do not lean over it.',
      ],
    },
    {
      ...INFRASTRUCTURE,
      code: 'winter-road',
      name: ['Ожеледь, сніг, бурульки', 'Ice, snow, icicles'],
      group: 9,
      department: 2,
      synonyms: 'ожеледиця, лід, слизько, сніг не прибирають, бурулька, посипати, гололед, снег, ice',
    },
    {
      ...INFRASTRUCTURE,
      code: 'storm-drain',
      name: ['Підтоплення вулиці, зливова каналізація', 'Flooded street, storm drain'],
      group: 9,
      department: 2,
      synonyms: 'калюжа, зливова, ливневка, злива, вода на дорозі, затопило вулицю, решітка, дощоприймач, flood',
    },
    {
      ...INFRASTRUCTURE,
      code: 'street-cleaning',
      name: ['Прибирання вулиць, урни', 'Street cleaning, bins'],
      group: 9,
      department: 2,
      synonyms: 'брудно, урна, сміття на вулиці, пил, листя, не прибирають, двірник, уборка, cleaning',
    },
  ],
};
