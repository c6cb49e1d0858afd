import type { PetitionReasons } from '#shared/texts/uk/petition-reasons.ts';

/** Why a petition is not published, in English. */
export const petitionReasons: PetitionReasons = {
  overthrow: 'Calls to overthrow the constitutional order or to break up the state',
  war: 'Propaganda of war, violence or cruelty',
  hatred: 'Incitement of ethnic, racial or religious hatred',
  terrorism: 'Calls to terrorism',
  rights: 'An attack on human rights and freedoms',
  'personal-data': 'Personal data of others in the text',
  'no-essence': 'It is not clear what it is about',
  'no-author': 'No name or e-mail address of the author',
  charter: 'It does not meet the charter of the community',
};
