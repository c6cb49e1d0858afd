import type { LetterLinkTexts } from '#shared/texts/uk/letter-link.ts';

/** The page behind the link of a letter about one's own case, in English. */
export const letterLink: LetterLinkTexts = {
  title: 'Letters about appeal {number}',
  isOn: 'Letters about this appeal come to your mailbox.',
  isOff: 'Letters about this appeal are off.',
  turnOff: 'Turn letters off',
  turnOn: 'Turn letters on again',
  offDone: 'Letters are off. The appeal goes on, and its page always shows how it stands.',
  onDone: 'Letters are on again.',
  owed: 'If you asked for the answer by e-mail and proved the address, the answer itself still comes: the law obliges us to give it.',
  notMine: 'You filed no such appeal? Turn letters off: somebody mistyped an address.',
  all: 'All my messages',
};
