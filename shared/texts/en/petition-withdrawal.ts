import type { PetitionWithdrawalTexts } from '#shared/texts/uk/petition-withdrawal.ts';

/** Taking one's signature under a petition back, in English. */
export const petitionWithdrawal: PetitionWithdrawalTexts = {
  title: 'Withdraw your signature',
  lead: 'You can withdraw your signature while they are collected: until {date}, that day included.',
  whatTitle: 'What will happen',
  what: [
    'Your name disappears from the list, and your signature counts no longer.',
    'The public list keeps an entry without a name that says that this signature was withdrawn.',
    'We send you no more news of the petition.',
    'You can sign the petition again while signatures are collected.',
  ],
  eidTitle: 'If you signed by electronic identification',
  eid: 'Confirm who you are in the same way as when you signed. A button on the next page then withdraws the signature.',
  eidBegin: 'Confirm who you are',
  eidAway: 'It does not work now. Please try later.',
  smsTitle: 'If you signed by a code in a text',
  sms: 'Sign in by the same phone number. The button “Withdraw your signature” is beside the petition.',
  smsLink: 'My petitions',
  closed: 'Signatures can no longer be withdrawn',
  closedText: 'Signatures under this petition are no longer collected, or the charter lets nobody withdraw one.',
  going: '{host} is about to open. Confirm there who you are, and you will come back here to withdraw your signature.',
  confirmTitle: 'Withdraw your signature?',
  confirmLead: 'We know who you are now. The signature is not withdrawn yet.',
  who: 'Who signed',
  at: 'Signed',
  confirm: 'Withdraw my signature',
  lasts:
    'The confirmation holds for {minutes} minutes. If you have changed your mind, close the page: the signature stays until the button is pressed.',
  unsigned: 'There is no signature of yours here',
  unsignedText:
    'No signature of the person whom the identification service named counts under this petition: it was withdrawn already, or there was none. Signatures by a code in a text are withdrawn in “My petitions”.',
  done: 'Your signature was withdrawn',
  doneText: 'The count and the list follow within seconds. You can sign again until {date}, that day included.',
  toPetition: 'To the petition',
  refusals: {
    denied: {
      title: 'You were not identified',
      text: 'The identification service says that it was cancelled. The signature is not withdrawn and stays in its place.',
    },
    stale: {
      title: 'This confirmation no longer holds',
      text: 'It was used already, its time is over, or it was begun in another browser. If you managed to press the button, the signature is withdrawn. If not, begin again.',
    },
    unproved: {
      title: 'The answer of the service did not pass our check',
      text: 'We could not make sure that it is genuine, so the signature stays in its place. Try again.',
    },
    incomplete: {
      title: 'The service did not pass on all that is needed',
      text: 'To find your signature we need a taxpayer number (РНОКПП) or a demographic number (УНЗР), and the answer lacked them. The signature stays in its place. Identify yourself in the same way as when you signed.',
    },
    away: {
      title: 'The identification service does not answer',
      text: 'It is no fault of yours. The signature stays in its place and can be withdrawn later. Try in a few minutes.',
    },
    closed: {
      title: 'Signatures can no longer be withdrawn',
      text: 'Signatures are no longer collected, or the charter lets nobody withdraw one.',
    },
  },
};
