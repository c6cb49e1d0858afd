import type { Article } from '#shared/texts/article.ts';
import { city } from '#shared/texts/city.ts';

/** Help for those who would rather call, write or be helped, in English. */
export const help: Article = {
  title: 'Help',
  lead: 'You can appeal without this site as well: by phone, by letter, with the help of somebody else. Each appeal has the same force and the same terms.',
  updatedOn: '2026-11-25',
  sections: [
    {
      title: 'By phone',
      text: [
        `Call ${city.contactCentre}. The operator writes the appeal down from your words, reads it back, and tells you its number, the date of the answer and the access code. Please have at hand:`,
      ],
      list: [
        'your last name, first name and patronymic (if any), and the address where you live;',
        'what happened, where exactly and when; what you ask of the city;',
        'the number of an earlier appeal, if you have asked about this before;',
        'where to send the answer: an e-mail or postal address. You can ask for it to be read to you by phone;',
        'paper and a pen, to write down the number and the code.',
      ],
      links: [{ to: `tel:${city.contactCentre.replace(/\D/g, '')}`, label: `Call ${city.contactCentre}` }],
      law: 'An oral appeal by phone has the same force as a written one: Law “On Citizens’ Appeals”, article 5.',
    },
    {
      title: 'If you cannot hear, or not well',
      text: [
        'You need not call: the site does all that the phone does, and the answer can come by e-mail.',
        `If sign language suits you better, ask an interpreter, or a video relay service with interpreters such as that of УТОГ, to call ${city.contactCentre} for you. The operator speaks with you through the interpreter, and the appeal is yours.`,
        'We never demand a call to confirm an appeal.',
      ],
    },
    {
      title: 'If somebody helps you',
      text: [
        'A son, a neighbour or a social worker can fill in the form for you. Give your own name and address, and in “Somebody helped me” the phone of who helped: that person is called if something is not clear, and for nothing else.',
        'If the person acts by a power of attorney, choose so and add a photo of the document. For a child or a person without legal capacity the legal representative appeals.',
      ],
    },
    {
      title: 'Without a phone and e-mail',
      text: [
        `Write a letter: ${city.en.council}, ${city.en.address}. Give your last name, first name and patronymic, where you live, the matter and what you ask for; date and sign it. You can bring the letter yourself.`,
        'The answer comes by post. You can also come to a personal reception: when it is held, you are told by phone or at the council’s reception desk.',
        'On the site, too, you need no phone: a postal address is enough. Number, date and code are shown on the screen and can be printed.',
      ],
    },
    {
      title: 'An old phone or a weak link',
      text: [
        'All pages work without scripts and are light. You can say in words where it is, and photos are not needed. What you typed is kept for 48 hours: if the link was lost, come back and go on.',
      ],
    },
    {
      title: 'Frequent questions',
      questions: [
        {
          title: 'Does it cost anything?',
          text: 'No. Nothing is paid for handling an appeal. A call costs what your operator takes for it.',
        },
        {
          title: 'Must I give a phone number?',
          text: 'No. Any one way to reach you is enough: a phone, an e-mail or a postal address. Texts come only if you agreed to them.',
        },
        {
          title: 'Can I stay anonymous?',
          text: 'No: the law does not let a written appeal without name and residence be considered. But only the staff who handle the matter see your name; it is not on the site.',
        },
        {
          title: 'I lost the number or the access code',
          text: `If you gave a phone number, sign in to “My appeals” by a code sent by text: number and state are there. A new access code can be had by calling ${city.contactCentre}.`,
        },
        {
          title: 'The code does not arrive',
          text: 'Wait a minute and ask for another: nothing typed is lost. The appeal is accepted without it: the code is only for texts and for “My appeals”.',
        },
        {
          title: 'I got a text about an appeal that I did not file',
          text: 'Somebody mistyped a number. Sign in to “My appeals” and press “This is not my appeal”, or turn the texts off by the link in it.',
        },
        {
          title: 'How do I turn texts or letters off?',
          text: 'Sign in to “My appeals” and open “Messages and switches”: what was sent to you and when is there. For one appeal, the link in the text or the letter itself does it without signing in.',
        },
        {
          title: 'How do I add to what I sent, or correct it?',
          text: `Call ${city.contactCentre} and tell the number, or send another appeal that names the first one: it is added to the case. You have this right while the matter is handled.`,
        },
        {
          title: 'How do I withdraw an appeal?',
          text: 'Say so in writing: through the appeal form, or by a letter with the number. The handling ends, and you are told.',
        },
        {
          title: 'A photo is not accepted',
          text: 'It may be too large, or in the HEIC format of the iPhone. Choose “Most Compatible” in the settings of the camera, or send a screenshot. An appeal without a photo is handled as well.',
        },
        {
          title: 'In which language do I write?',
          text: 'In Ukrainian, if you can. Not knowing the language is no reason to refuse an appeal. The answer is in Ukrainian.',
        },
        {
          title: 'Can I be punished for it?',
          text: 'No. Persecution for an appeal or for criticism is forbidden, and no complaint is handed to those it is about.',
        },
      ],
      law: 'Law “On Citizens’ Appeals”, articles 5, 7, 8, 9, 10, 18 and 21.',
    },
    {
      title: 'Not found what you need',
      text: ['Write to us: a question is an appeal as well, and is answered in time.'],
      links: [
        { to: '/appeals/new?about=other', label: 'Ask a question' },
        { to: '/how-it-works', label: 'How appeals are handled' },
        { to: '/accessibility', label: 'Accessibility of the site' },
      ],
    },
  ],
};
