import type { DeskPeopleTexts } from '../uk/desk-people.ts';

/** Looking for people at the desk. */
export const deskPeople: DeskPeopleTexts = {
  rail: 'People',
  title: 'Search for people',
  lead: 'Appeals of those who left this phone, address or surname. The access log keeps every search, without its words.',
  by: 'Search by',
  kinds: { phone: 'phone', email: 'e-mail', name: 'surname and name' },
  said: 'What to look for',
  hints: {
    phone: 'The whole number, as you like: 067 123 45 67.',
    email: 'The whole address.',
    name: 'How the surname begins; after a space, how the name begins.',
  },
  search: 'Search',
  searching: 'Searching…',
  none: 'Nobody was found among the appeals whose people you may see.',
  count: { one: '{n} part', few: '{n} parts', many: '{n} parts', other: '{n} parts' },
  most: 'The newest fifty are shown.',
  columns: { name: 'Who', role: 'Role', number: 'No.', category: 'Topic', received: 'Received', state: 'State' },
};
