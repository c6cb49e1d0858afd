import type { MyPetitionsTexts } from '#shared/texts/uk/my-petitions.ts';
import { petitionStates } from './petition-states.ts';

/** A person's own petitions, in English. */
export const myPetitions: MyPetitionsTexts = {
  title: 'My petitions',
  back: 'My appeals',
  open: 'Petitions that you wrote or signed',
  openHint: 'How your petitions stand, news of those you signed, and how to take a signature back.',
  written: 'You wrote',
  signed: 'You signed',
  writtenNot:
    'Your own petitions are shown when you sign in by the code in a letter to the address given in the petition.',
  signedNot: 'Petitions signed by a code in a text are shown when you sign in by the number of the phone.',
  none: 'There is nothing here yet.',
  states: {
    ...petitionStates,
    unconfirmed: 'Not sent',
    submitted: 'Being checked',
    rejected: 'Not published',
    withdrawn: 'Withdrawn',
    merged: 'Merged with a similar one',
  },
  edit: 'Look at it and change it',
  hasSuggestions: 'The city suggests changes.',
  editTitle: 'Petition No. {number}: change its words',
  suggestions: 'What is suggested',
  suggestionAnswered: 'You have changed the words since.',
  revise: 'Save the changes',
  revised: 'The new words of petition No. {number} are saved.',
  takeBack: 'Withdraw the petition',
  takeBackSure: 'It will not be published and nobody will see it. You can send it again at any time.',
  takenBack: 'Petition No. {number} is withdrawn.',
  newer: 'Petition No. {number} has been checked or changed meanwhile.',
  checkedBy: 'Checked by {date}',
  signedOn: 'Signed {date}',
  newsOn: {
    phone: 'News of this petition is sent to you by text.',
    email: 'News of this petition is sent to you by e-mail.',
  },
  newsEnd: { phone: 'Turn off texts about this petition', email: 'Turn off letters about this petition' },
  newsEnded: 'No more news of petition No. {number} will come.',
  withdraw: 'Take the signature back',
  withdrawSure:
    'Your name goes from the list and the signature counts no longer. An entry that says so stays in the list without the name. You can sign again while signatures are collected.',
  withdrawn: 'Your signature under petition No. {number} has been taken back. The count follows in a few seconds.',
  closed: 'Signatures under petition No. {number} are no longer collected, so it cannot be taken back now.',
};
