import { city } from '#shared/texts/city.ts';
import type { PetitionEidTexts } from '#shared/texts/uk/petition-eid.ts';

/** Signing a petition by electronic identification, in English. */
export const petitionEid: PetitionEidTexts = {
  going: {
    title: 'On to the identification service',
    text: '{host} is about to open. Confirm there who you are, and you will come back here to sign the petition.',
    link: 'Open {host}',
  },
  confirm: {
    title: 'Check and sign',
    lead: 'We know who you are now. The petition is not signed yet.',
    who: 'Who signs',
    whoHint: 'This is how the identification service named you.',
    petition: 'Petition No. {number}',
    publicTitle: 'What everybody will see',
    public:
      'The law demands that signers are shown: your surname, name, patronymic and the time of your signature will be visible to everybody on the page of the petition.',
    hidden:
      'Nobody will see the numbers by which the service knew you. We keep only irreversible prints of them, so that one person cannot sign twice.',
    law: 'By article 23-1 of the Law of Ukraine “On Citizens’ Appeals”.',
    entitled: {
      citizen: 'I am a citizen of Ukraine',
      resident: `I live in the territorial community of ${city.en.name}`,
    },
    sign: 'Sign the petition',
    lasts:
      'The confirmation holds for {minutes} minutes. If this is not you, close the page: nothing is signed until the button is pressed.',
  },
  signed: {
    title: 'You have signed the petition',
    before: 'You had signed this petition already',
    text: 'Your signature will stand in the public list within a few minutes.',
    textBefore: 'We added no second signature: each person signs a petition once.',
    at: 'Time of the signature',
    leaf: 'Code of the signature',
    leafHint: 'By this code anybody can check that your signature stands in the public list.',
  },
  refusals: {
    denied: {
      title: 'You were not identified',
      text: 'The identification service says that it was cancelled. The petition is not signed. Try again, or choose another way.',
    },
    stale: {
      title: 'This confirmation no longer holds',
      text: 'It was used already, its time is over, or it was begun in another browser. If you managed to sign, your signature is in its place. If not, begin again.',
    },
    unproved: {
      title: 'The answer of the service did not pass our check',
      text: 'We could not make sure that it is genuine, so nothing was signed. Try again. If that does not help either, choose another way.',
    },
    incomplete: {
      title: 'The service did not pass on all that is needed',
      text: 'For each person to sign once, we need a surname, a name and a taxpayer number (РНОКПП) or a demographic number (УНЗР), and the answer lacked them. The petition is not signed. Identify yourself differently, for example by an electronic signature or through another bank.',
    },
    away: {
      title: 'The identification service does not answer',
      text: 'It is no fault of yours. The petition is not signed and can be signed later. Try in a few minutes, or choose another way.',
    },
    closed: {
      title: 'This petition cannot be signed now',
      text: 'Signatures are no longer collected, or those by electronic identification are not provided for.',
    },
  },
  again: 'Try again',
  otherWay: 'Choose another way',
  toPetition: 'To the petition',
  toPetitions: 'To petitions',
};
