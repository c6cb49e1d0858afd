import type { MyTexts } from '#shared/texts/uk/my.ts';

/** A person's own cases, in English. */
export const my: MyTexts = {
  title: 'My appeals',
  lead: 'Give the mobile number that you left in an appeal. We send a code, and you see your numbers and states of the last 12 months.',
  phone: 'Mobile phone',
  phoneHint: 'For example 067 123 45 67.',
  sendCode: 'Send the code',
  codeTitle: 'Enter the code from the text',
  codeSent: 'If {phone} can receive texts, the code comes within a minute. It is good for 10 minutes.',
  code: 'Code from the text',
  codeHint: 'Six digits.',
  enter: 'Sign in',
  again: 'Send the code again',
  otherPhone: 'Change the number',
  byNumber: 'You have the number and the access code?',
  byNumberText: 'Then no phone is needed: open the appeal by its number.',
  list: 'Of the last 12 months',
  listWhy: 'Only numbers, states and dates are here. The text and the answer open with each appeal’s access code.',
  opened: 'Opened appeals',
  none: 'There are no appeals with this number in the last 12 months. You can file the first one now.',
  received: 'Received on {date}',
  notMine: 'This appeal is not mine',
  notMineSure:
    'The appeal leaves this list, and no more texts about it come to your number. The appeal itself goes on.',
  notMineDo: 'Take the appeal off the list',
  detached: 'Appeal {number} is off the list. No more texts about it will come to your number.',
  signOut: 'Sign out',
  signOutWhy: 'On a device that is not yours, sign out when you are done.',
  signedOut: 'You have signed out.',
  write: 'Write an appeal',
};
