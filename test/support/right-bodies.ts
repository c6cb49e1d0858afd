import { aDraft } from './appeals.ts';

const ANSWER = {
  text: 'Роботи виконано, ліхтар горить.',
  result: 'resolved',
  appealRoute: 'До суду у місячний строк.',
};
/** A right body of each POST endpoint of the API, by its path. */
export const RIGHT: Readonly<Record<string, object>> = {
  '/api/v1/phone-codes': { phone: '067 123 45 67' },
  '/api/v1/email-codes': { email: 'olena@city.example' },
  '/api/v1/sessions': { login: 'operator', password: 'wrong' },
  '/api/v1/appeals': aDraft({
    kind: 'complaint',
    contested: { decision: 'Відмова у ремонті', departmentId: '1'.padStart(24, '0'), decidedOn: '2026-01-10' },
    contact: { phone: '067 123 45 67', email: 'a@b.co', landline: '048 712 34 56', postal: '65000, Одеса' },
  }),
  '/api/v1/appeals/{id}/resolved': {},
  '/api/v1/appeals/{id}/withdraw': { explanation: 'Ліхтар уже полагодили сусіди.' },
  '/api/v1/appeals/{id}/not-resolved': { reason: 'Увечері він знову не горить.' },
  '/api/v1/appeals/{id}/join': {
    applicant: { lastName: 'Мельник', firstName: 'Оксана', residence: 'м. Одеса, вул. Софіївська, 10' },
    contact: { email: 'oksana@example.com' },
  },
  '/api/v1/register/appeals': { ...aDraft(), channel: 'phone' },
  '/api/v1/register/{id}/{verb}': {
    expectedVersion: 1,
    questionGroup: 9,
    departmentId: '4'.padStart(24, '0'),
    answer: ANSWER,
    signature: { fileId: '5'.padStart(24, '0') },
    reasonCode: 'not-ours',
  },
  '/api/v1/register/{id}/photos': {},
  '/api/v1/register/{id}/signed-files': {},
  '/api/v1/signature-folder/files': {},
  '/api/v1/register/{id}/photos/{photoId}/redact': { rectangles: [{ x: 0.1, y: 0.1, width: 0.5, height: 0.5 }] },
  '/api/v1/register/{id}/feedback/settle': {},
  '/api/v1/register/{id}/reveal': { reason: 'reach' },
  '/api/v1/staff': {
    login: 'new.person',
    name: 'Ганна Коваль',
    post: 'оператор',
    departmentId: '1'.padStart(24, '0'),
    roles: ['operator'],
  },
  '/api/v1/staff/{id}': {
    name: 'Ганна Коваль',
    post: 'оператор',
    departmentId: '1'.padStart(24, '0'),
    roles: ['operator'],
  },
  '/api/v1/staff/{id}/{deed}': {},
  '/api/v1/roles/{role}': { needsTotp: false },
  '/api/v1/reports/{id}/settle': {},
  '/api/v1/reference/{kind}': { row: { code: 'prymorskyi' } },
  '/api/v1/reference/{kind}/trial': {},
  '/api/v1/reference/{kind}/import/{hash}': {},
  '/api/v1/calendar/preview': { put: [], remove: ['2026-01-10'] },
  '/api/v1/calendar/changes': { put: [], remove: [], digest: '0'.repeat(64) },
  '/api/v1/publicity': { districtCode: 'prymorskyi', isHidden: true, reason: 'Наслідки обстрілу' },
};
