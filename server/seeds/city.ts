import { Types } from 'mongoose';
import type { CategoryRow, DepartmentRow } from '#server/catalogue/index.ts';

/** The same id for the same name, so that seeding twice changes nothing. */
const idOf = (n: number): Types.ObjectId => new Types.ObjectId(n.toString(16).padStart(24, '0'));

type Unit = readonly [n: number, uk: string, en: string, parent?: number];
const UNITS: readonly Unit[] = [
  [1, 'Виконавчий комітет міської ради', 'Executive committee of the city council'],
  [2, 'Департамент міського господарства', 'Department of municipal services', 1],
  [3, 'Департамент транспорту та дорожнього господарства', 'Department of transport and roads', 1],
  [4, 'КП «Міськсвітло»', 'City Light municipal enterprise', 2],
  [5, 'КП «Міськзелентрест»', 'City Greenery municipal enterprise', 2],
  [6, 'Департамент екології', 'Department of ecology', 1],
  [7, 'Департамент праці та соціальної політики', 'Department of labour and social policy', 1],
  [8, 'Департамент освіти та науки', 'Department of education and science', 1],
];
/** The city's units of the demo; `parentId` is who they are subordinate to. */
export const DEPARTMENTS: readonly DepartmentRow[] = UNITS.map(([n, uk, en, parent]) => ({
  _id: idOf(n),
  uk,
  en,
  parentId: parent === undefined ? null : idOf(parent),
}));
/** A demo unit by its number in the table above. */
export const unit = (n: number): Types.ObjectId => idOf(n);

type Branch = readonly [code: string, uk: string, en: string, leaves: readonly Leaf[]];
type Leaf = readonly [code: string, uk: string, en: string, questionGroup: number, department: number];
const TREE: readonly Branch[] = [
  [
    'streets',
    'Вулиці та транспорт',
    'Streets and transport',
    [
      ['road-surface', 'Яма або пошкоджене покриття', 'Pothole or damaged surface', 3, 3],
      ['street-light', 'Не працює освітлення', 'Street light out', 9, 4],
      ['traffic-signs', 'Знаки, світлофори, розмітка', 'Signs, lights, markings', 3, 3],
      ['public-transport', 'Громадський транспорт', 'Public transport', 3, 3],
    ],
  ],
  [
    'yards',
    'Двір і будинок',
    'Yard and house',
    [
      ['rubbish', 'Сміття та контейнери', 'Rubbish and containers', 9, 2],
      ['heating-water', 'Тепло, вода, каналізація', 'Heating, water, sewers', 9, 2],
      ['playground', 'Дитячий або спортивний майданчик', 'Playground or sports ground', 9, 2],
    ],
  ],
  [
    'nature',
    'Зелень і довкілля',
    'Greenery and environment',
    [
      ['trees', 'Дерева та зелені насадження', 'Trees and greenery', 11, 5],
      ['pollution', 'Забруднення повітря, води, ґрунту', 'Pollution of air, water, soil', 11, 6],
    ],
  ],
  [
    'people',
    'Люди та послуги',
    'People and services',
    [
      ['social-help', 'Соціальна допомога', 'Social help', 6, 7],
      ['schools', 'Школи та дитячі садки', 'Schools and kindergartens', 16, 8],
      ['city-staff', 'Робота посадовців і установ', 'Work of officials and institutions', 22, 1],
      ['other', 'Інше', 'Something else', 25, 1],
    ],
  ],
];
/** What appeals are about, in the order of the form. */
export const CATEGORIES: readonly CategoryRow[] = TREE.flatMap(([code, uk, en, leaves], i) => {
  const branch = {
    _id: code,
    parentCode: null,
    uk,
    en,
    questionGroup: 25,
    defaultDepartmentId: null,
    position: i * 100,
  };
  return [
    branch,
    ...leaves.map(([leaf, leafUk, leafEn, questionGroup, department], j) => ({
      _id: leaf,
      parentCode: code,
      uk: leafUk,
      en: leafEn,
      questionGroup,
      defaultDepartmentId: idOf(department),
      position: i * 100 + j + 1,
    })),
  ];
});
