import type { WizardTexts } from '../uk/wizard.ts';

/** What stands around every step of a new appeal. */
export const wizard: WizardTexts = {
  step: 'Step {n} of {of}',
  back: 'Back',
  next: 'Continue',
  kept: 'What you have entered is kept for 48 hours in this browser: you can go back to any step.',
  startOver: 'Erase what I entered and start again',
  troubles: {
    unavailable: 'We cannot save this now. Everything is still on this page: press the button again in a minute.',
    overloaded:
      'Many people are here just now, and nothing was written down this time. Everything is still on this page: press the button again in a few seconds.',
    tooLarge: 'This is more than we can take. Everything is still on this page: please make the text shorter.',
    sentBefore:
      'We have already received an appeal from this form. If the changed text is a new appeal, send it once more.',
  },
  sent: {
    title: 'This appeal has been sent already',
    text: 'We have received it; there is no need to send it again. Its number:',
    toCase: 'Open the appeal',
    another: 'Write another appeal',
  },
};
