import type { Types } from 'mongoose';
import type { Permission } from '#shared/domain/permissions.ts';
import { unit } from './city.ts';

/** The roles that a new city starts with; what each may do is data, to be changed by the city. */
export const ROLES: readonly { _id: string; uk: string; permissions: Permission[] }[] = [
  {
    _id: 'operator',
    uk: 'Оператор',
    permissions: [
      'case.readAny',
      'case.enter',
      'case.register',
      'case.assign',
      'case.publish',
      'case.forward',
      'case.merge',
      'case.reclassify',
      'answer.deliver',
      'petition.moderate',
      'person.search',
      'person.reveal',
      'reports.read',
    ],
  },
  { _id: 'executor', uk: 'Виконавець', permissions: ['case.work'] },
  {
    _id: 'controller',
    uk: 'Контролер',
    permissions: [
      'case.readAny',
      'case.control',
      'case.publish',
      'case.merge',
      'publicity.switch',
      'person.reveal',
      'reports.read',
    ],
  },
  {
    _id: 'head',
    uk: 'Керівник',
    permissions: [
      'case.readAny',
      'case.assign',
      'case.control',
      'case.sign',
      'case.firstHead',
      'case.forward',
      'case.decide',
      'case.extend',
      'petition.review',
      'person.reveal',
      'reports.read',
    ],
  },
  { _id: 'auditor', uk: 'Аудитор', permissions: ['audit.read'] },
  {
    _id: 'administrator',
    uk: 'Адміністратор',
    permissions: ['staff.manage', 'reference.manage', 'messages.manage', 'audit.read'],
  },
];

/** A demo account; `login` says what it is for. */
export interface DemoStaff {
  login: string;
  role: string;
  name: string;
  post: string;
  departmentId: Types.ObjectId | null;
}
/** People of the demo, all invented. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  {
    login: 'operator',
    role: 'operator',
    name: 'Олена Ткаченко',
    post: 'оператор центру звернень',
    departmentId: unit(1),
  },
  { login: 'executor', role: 'executor', name: 'Андрій Бондар', post: 'головний спеціаліст', departmentId: unit(4) },
  { login: 'roads', role: 'executor', name: 'Сергій Мороз', post: 'начальник відділу', departmentId: unit(3) },
  { login: 'greenery', role: 'executor', name: 'Тетяна Лисенко', post: 'провідний інженер', departmentId: unit(5) },
  { login: 'municipal', role: 'executor', name: 'Ігор Кравець', post: 'головний спеціаліст', departmentId: unit(2) },
  {
    login: 'controller',
    role: 'controller',
    name: 'Наталія Гончар',
    post: 'завідувачка сектору контролю',
    departmentId: unit(1),
  },
  {
    login: 'auditor',
    role: 'auditor',
    name: 'Оксана Левчук',
    post: 'головний спеціаліст з внутрішнього аудиту',
    departmentId: unit(1),
  },
  {
    login: 'administrator',
    role: 'administrator',
    name: 'Дмитро Савчук',
    post: 'адміністратор реєстру',
    departmentId: unit(1),
  },
  { login: 'head', role: 'head', name: 'Марина Шевчук', post: 'заступниця міського голови', departmentId: unit(1) },
];
