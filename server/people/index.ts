/** People: who appealed and how to reach them, encrypted. The only door into this folder. */

export { keepPeople, peopleOf, peopleWithPhone, phoneOf, verifyPhone } from './people.queries.ts';
export type { Person } from './person.model.ts';
export { newPerson, openPerson } from './person.ts';
