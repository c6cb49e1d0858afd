import { Types } from 'mongoose';
import type { DepartmentRow } from '#server/catalogue/index.ts';

/** The same id for the same number, so that seeding twice changes nothing. */
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
  [9, 'Департамент охорони здоров’я', 'Department of health', 1],
  [10, 'Департамент культури, спорту та молоді', 'Department of culture, sport and youth', 1],
  [11, 'Департамент муніципальної безпеки', 'Department of municipal safety', 1],
  [12, 'Управління архітектури та містобудування', 'Office of architecture and planning', 1],
  [13, 'Управління державного архітектурно-будівельного контролю', 'Office of building control', 1],
  [14, 'Департамент надання адміністративних послуг', 'Department of administrative services', 1],
  [15, 'Служба у справах дітей', 'Children’s services', 1],
  [16, 'КП «Теплопостачання міста»', 'City Heat municipal enterprise', 2],
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
