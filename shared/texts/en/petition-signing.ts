import { city } from '#shared/texts/city.ts';
import type { PetitionSigningTexts } from '#shared/texts/uk/petition-signing.ts';

/** Signing a petition, in English. */
export const petitionSigning: PetitionSigningTexts = {
  title: 'Sign the petition',
  public:
    'The law wants it shown who signed a petition: everybody sees your surname, name, patronymic, and the date and time. Nobody sees your phone.',
  labels: {
    lastName: 'Surname',
    firstName: 'Name',
    patronymic: 'Patronymic',
    phone: 'Mobile phone',
    news: 'Tell me of the answer',
  },
  signer: 'Who signs',
  entitled: {
    citizen: 'I am a citizen of Ukraine',
    resident: `I live in the community of ${city.en.name}`,
  },
  phoneHint: 'For example 067 123 45 67. A code comes there. One number signs once.',
  newsHint: 'We text this number when the council answers or the petition becomes an appeal.',
  getCode: 'Get a code in a text',
  eid: 'Sign by e-identification',
  eidHint: 'Diia, BankID or an electronic signature',
  instead: 'Or by a code in a text',
  onlyEid: 'This petition is signed by e-identification alone.',
  eidAway: 'It does not work now. Please try again later: signatures are collected until {date}.',
  codeTitle: 'Enter the code from the text',
  codeLead: 'We sent a code to {phone}. It is good for 10 minutes.',
  who: '{name} signs. The signature is made the moment you press the button.',
  code: 'Code from the text',
  sign: 'Sign the petition',
  newCode: 'Send a new code',
  change: 'Change the name or the number',
  signed: 'Thank you, your signature was taken',
  signedLead: 'It appears in the public list in some seconds.',
  already: 'You signed this petition on {date} already',
  alreadyLead: 'Everybody signs a petition once, so we added no second signature. The first one counts.',
  receipt: 'Receipt',
  receiptWhy:
    'The city confirms under its seal that it took this signature. Keep the page if you may want to check that one day.',
  at: 'Signed',
  method: 'By',
  leaf: 'Hash of the signature in the list',
  seal: 'The city’s seal',
  sealKey: 'key {key}',
  proof: 'Proof that the signature stands in the list',
  toPetition: 'Open the petition',
  tell: 'Tell others about the petition',
  closed: 'It can be signed no more',
  closedEnded: 'Collection under this petition ended on {date}.',
  closedReached: 'The petition has gathered enough signatures, so collection is over.',
};
