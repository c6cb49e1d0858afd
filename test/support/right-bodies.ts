import { aDraft } from './appeals.ts';

const ANSWER = {
  text: 'Роботи виконано, ліхтар горить.',
  result: 'resolved',
  appealRoute: 'До суду у місячний строк.',
};
/** A right body of each POST endpoint of the API, by its path. */
export const RIGHT: Readonly<Record<string, object>> = {
  '/api/v1/phone-codes': { phone: '067 123 45 67' },
  '/api/v1/sessions': { login: 'operator', password: 'wrong' },
  '/api/v1/appeals': aDraft({
    kind: 'complaint',
    contested: { decision: 'Відмова у ремонті', departmentId: '1'.padStart(24, '0'), decidedOn: '2026-01-10' },
    contact: { phone: '067 123 45 67', email: 'a@b.co', landline: '048 712 34 56', postal: '65000, Одеса' },
  }),
  '/api/v1/register/appeals': { ...aDraft(), channel: 'phone' },
  '/api/v1/register/{id}/{verb}': {
    expectedVersion: 1,
    questionGroup: 9,
    departmentId: '4'.padStart(24, '0'),
    answer: ANSWER,
    signature: { method: 'paper' },
    reasonCode: 'not-ours',
  },
};
