import type { ShortLinkTexts } from '#shared/texts/uk/short-link.ts';

/** What a short link of a text message opens, in English. */
export const shortLink: ShortLinkTexts = {
  title: 'State of an appeal',
  why: 'This is the short page from a text message: only the state and the dates.',
  full: 'Open the whole appeal',
  fullHint: 'The text and the answer need the access code.',
  smsOn: 'Texts about this appeal come to your number.',
  smsOff: 'Texts about this appeal are off.',
  turnOff: 'Turn texts off',
  turnOn: 'Turn texts on again',
  offDone: 'Texts are off. You will still get the answer in the way that you chose.',
  onDone: 'Texts are on again.',
  unknownTitle: 'The link does not fit',
  unknown:
    'Check the address in the text message: it ends with 7 characters after the last slash. Or open the appeal by its number.',
};
