import type { PetitionWaitingTexts } from '#shared/texts/uk/petition-waiting.ts';

/** What stands in the place of a screen of signing, in English. */
export const petitionWaiting: PetitionWaitingTexts = {
  title: 'Many people are signing just now',
  page: 'Your place is not lost: the page tries again by itself, there is nothing to press.',
  byHand: 'Your place is not lost. Try again once this time has come.',
  form: 'Your place is not lost: all that you typed is still on this page. Nothing is signed yet.',
  code: 'Your place is not lost: all that you typed is still on this page. Nothing is signed yet. Only enter the code from the text once more: it is not used yet.',
  back: 'Your place is not lost. Go back: all that you typed is still in the form. Send it again once this time has come.',
  onceOver: 'Try again once this time has come.',
  byItself: 'The page sends the form by itself, there is nothing to press.',
  next: 'Next try: {moment}',
  left: '{seconds} s left',
  progress: 'Waiting for the next try',
  trying: 'Trying again',
  ready: 'You can try again now',
  again: 'Try again',
  stop: 'Do not send it without me',
  stopped: 'The form is not sent until you press the button.',
  toByHand: 'Do not reload the page without me',
  read: 'While you wait, ',
  petition: 'read the petition',
};
