import type { WizardNearbyTexts } from '../uk/wizard-nearby.ts';

/** The step that shows what is known of the place already, in English. */
export const wizardNearby: WizardNearbyTexts = {
  question: 'Is your problem among these?',
  lead: 'Something alike was reported nearby. If it is the same, join: you will get an answer of your own, and we will see how many people it concerns.',
  leadWorks: 'This is what the city knows of the place already.',
  works: 'Known failures and planned works',
  worksUntil: 'about until {date}',
  cases: 'Appeals like yours nearby',
  metres: '{n} m from your place',
  street: 'on the same street',
  today: 'today',
  ago: {
    one: '{n} day ago',
    few: '{n} days ago',
    many: '{n} days ago',
    other: '{n} days ago',
  },
  people: {
    one: '{n} person appealed',
    few: '{n} people appealed',
    many: '{n} people appealed',
    other: '{n} people appealed',
  },
  photo: 'Photo of appeal {number}',
  join: 'Join the appeal',
  joinNamed: 'Join appeal {number}',
  follow: 'Only follow it',
  followNamed: 'Only follow appeal {number}',
  open: 'Open appeal {number}',
  mine: 'Mine is different, continue',
  nothing: 'There are no appeals like yours nearby.',
};
