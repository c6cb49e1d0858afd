/** People: who appealed and how to reach them, encrypted. The only door into this folder. */

export { type StatedBenefit, statedBenefit } from './benefit.model.ts';
export {
  benefitOf,
  correctContact,
  emailOf,
  keepPeople,
  type ProvedContacts,
  peopleAlike,
  peopleOf,
  peopleWithContacts,
  phoneOf,
  verifyEmails,
  verifyPhone,
  writableOf,
} from './people.queries.ts';
export { peopleNamed, peopleReachedBy } from './people.search.ts';
export type { Person } from './person.model.ts';
export { fullName, newPerson, noTextsTo, type OpenPerson, openPerson } from './person.ts';
