import type { PetitionNewsTexts } from '#shared/texts/uk/petition-news.ts';

/** News of a petition by e-mail, in English. */
export const petitionNews: PetitionNewsTexts = {
  title: 'Hear how it ends',
  lead: 'Leave an e-mail address. We write when there are enough signatures, when the council takes the petition up and when it answers, or when the petition becomes an appeal.',
  email: 'E-mail address',
  hint: 'We send a code to it. Nobody will see the address.',
  emailWrong: 'Enter the whole address, for example olena@example.com.',
  consent:
    'By sending the code you agree to get letters about this petition. A link in each letter turns them off, and the address is erased then.',
  send: 'Send a code to this address',
  codeTitle: 'Enter the code from the letter',
  codeLead: 'We sent a code to {email}. It holds for 10 minutes. Until you enter it, no news are sent.',
  code: 'Code from the letter',
  confirm: 'Get the news',
  newCode: 'Send another code',
  change: 'Change the address',
  spam: 'No letter? Look into “Spam”.',
  done: 'News come by e-mail',
  doneText: 'Letters about petition No. {number} will come to {email}.',
  on: 'News of this petition come to you already.',
  withdraw: 'Have you changed your mind? A signature can be withdrawn while they are collected.',
  withdrawLink: 'How to withdraw a signature',
  toPetition: 'To the petition',
  letters: {
    title: 'Letters about petition No. {number}',
    isOn: 'News of this petition come to your e-mail address.',
    isOff: 'News of this petition do not come to your e-mail address.',
    turnOff: 'Turn off letters',
    hint: 'The address is erased with it. The signature stays.',
    done: 'Letters are off, and the address is erased. The signature stays in its place.',
  },
};
