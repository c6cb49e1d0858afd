import { askWords, type Branch, INFRASTRUCTURE, PRIVATE } from './category.ts';

/** Help to people, and health. Nobody else's business. */
export const people: Branch = {
  code: 'people',
  name: ['Допомога людям і здоров’я', 'Help for people and health'],
  leaves: [
    {
      ...PRIVATE,
      code: 'social-help',
      name: ['Соціальна допомога', 'Social help'],
      group: 6,
      department: 7,
      hasPlace: false,
      synonyms:
        'матеріальна допомога, соцзахист, виплата, догляд, соціальний працівник, літня людина, помощь, соцпомощь',
    },
    {
      ...PRIVATE,
      code: 'benefits',
      name: ['Пільги та субсидії', 'Benefits and subsidies'],
      group: 6,
      department: 7,
      hasPlace: false,
      synonyms: 'пільга, субсидія, пенсія, інвалідність, посвідчення, компенсація, льгота, пенсия, benefit',
    },
    {
      ...PRIVATE,
      code: 'displaced',
      name: ['Внутрішньо переміщені особи', 'Displaced people'],
      group: 6,
      department: 7,
      hasPlace: false,
      synonyms: 'ВПО, переселенці, довідка переселенця, прихисток, тимчасове житло, переселенец, IDP',
    },
    {
      ...PRIVATE,
      code: 'veterans',
      name: ['Захисники, ветерани та їхні родини', 'Defenders, veterans and their families'],
      group: 6,
      department: 7,
      hasPlace: false,
      synonyms:
        'ветеран, УБД, військовослужбовець, полонений, зниклий безвісти, родина загиблого, земля для УБД, veteran',
    },
    {
      ...PRIVATE,
      code: 'housing-list',
      name: ['Житло й квартирний облік', 'Housing and the housing list'],
      group: 10,
      department: 2,
      hasPlace: false,
      synonyms: 'квартирна черга, гуртожиток, службове житло, приватизація, ордер, жилье, housing',
    },
    {
      ...PRIVATE,
      code: 'health',
      name: ['Медицина', 'Health care'],
      group: 8,
      department: 9,
      hasPlace: false,
      synonyms: 'лікарня, поліклініка, лікар, сімейний лікар, ліки, аптека, щеплення, швидка, больница, врач, hospital',
      questions: [askWords('institution', ['Який заклад', 'Which institution'])],
    },
    {
      ...PRIVATE,
      code: 'children',
      name: ['Діти й родина', 'Children and family'],
      group: 13,
      department: 15,
      hasPlace: false,
      isDanger: true,
      synonyms: 'дитина, опіка, насильство, сирота, домашнє насильство, аліменти, дети, насилие, child',
    },
  ],
};

/** Schools, culture and sport. */
export const services: Branch = {
  code: 'services',
  name: ['Освіта, культура, спорт', 'Education, culture, sport'],
  leaves: [
    {
      code: 'schools',
      name: ['Школи та дитячі садки', 'Schools and kindergartens'],
      group: 16,
      department: 8,
      synonyms:
        'школа, ліцей, дитсадок, садочок, вчитель, черга в садок, харчування, зарахування, школа, kindergarten, school',
      questions: [askWords('institution', ['Який заклад', 'Which institution'])],
    },
    {
      code: 'culture',
      name: ['Культура й дозвілля', 'Culture and leisure'],
      group: 15,
      department: 10,
      synonyms: 'театр, музей, бібліотека, концерт, свято, клуб, музыка, library, museum',
    },
    {
      ...INFRASTRUCTURE,
      code: 'heritage',
      name: ['Пам’ятки та історичні будівлі', 'Monuments and historic buildings'],
      group: 15,
      department: 10,
      synonyms: 'пам’ятник, пам’ятка архітектури, ЮНЕСКО, історичний центр, меморіальна дошка, памятник, monument',
    },
    {
      code: 'sport',
      name: ['Спорт і молодь', 'Sport and youth'],
      group: 14,
      department: 10,
      synonyms: 'стадіон, секція, басейн, тренер, спортзал, молодіжний центр, стадион, stadium',
    },
  ],
};

/** How the city itself works. */
export const cityHall: Branch = {
  code: 'city-hall',
  name: ['Робота міста', 'How the city works'],
  leaves: [
    {
      ...PRIVATE,
      code: 'city-staff',
      name: ['Робота посадовців і установ', 'Work of officials and institutions'],
      group: 22,
      department: 1,
      hasPlace: false,
      synonyms: 'чиновник, посадовець, не відповіли, хамство, корупція, бездіяльність, хабар, чиновник, official',
    },
    {
      code: 'admin-services',
      name: ['ЦНАП і документи', 'Service centres and papers'],
      group: 22,
      department: 14,
      hasPlace: false,
      synonyms: 'ЦНАП, довідка, реєстрація місця проживання, паспорт, прописка, черга, документы, passport',
    },
    {
      ...PRIVATE,
      code: 'land',
      name: ['Земля й майно міста', 'Land and city property'],
      group: 2,
      department: 12,
      synonyms: 'земельна ділянка, оренда, кадастр, приватизація землі, гараж, земля, land',
    },
    {
      code: 'council',
      name: ['Рішення ради, бюджет, перейменування', 'Council decisions, budget, renaming'],
      group: 22,
      department: 1,
      hasPlace: false,
      synonyms: 'міська рада, сесія, бюджет, перейменування вулиці, депутат, рішення, council',
    },
    {
      ...PRIVATE,
      code: 'other',
      name: ['Інше', 'Something else'],
      group: 25,
      department: 1,
      synonyms: 'інше, не знаю, другое, other',
    },
  ],
};
