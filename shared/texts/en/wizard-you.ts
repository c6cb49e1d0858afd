import type { WizardYouTexts } from '#shared/texts/uk/wizard-you.ts';

export const wizardYou: WizardYouTexts = {
  question: 'Who are you, and how shall we answer?',
  lead: 'Your name, address and contacts are seen only by those who handle the appeal. They are not on the map or the site.',
  joining: 'You are joining appeal {number}. You will get an answer of your own.',
  own: 'No, write an appeal of my own',
  person: 'Who appeals',
  forWhom: 'The person in whose name you write',
  contact: 'How to reach you',
  reply: 'The answer',
  wishes: 'If you wish',
  wishesHint: 'Without these ticks the appeal is handled just the same.',
  helped: 'Somebody helped me to fill this in',
  helpedWhy:
    'If somebody else helped, enter their number here and not above. It is no contact of yours: neither the answer nor codes go there.',
  helperPhone: 'The helper’s phone',
};
