import type { Article } from '#shared/texts/article.ts';

/** What the law obliges to tell of personal data, in English. */
export const privacy: Article = {
  title: 'Personal data',
  lead: 'Who handles your data, what for, to whom it is passed, and what you can demand.',
  sections: [
    {
      title: 'Who handles the data',
      text: [
        'The controller is the Executive Committee of the Odesa City Council. Write about your data through the appeal form of this site, or call 15-35.',
      ],
    },
    {
      title: 'What for, and on what ground',
      text: [
        'To consider the appeal and answer you. This is a duty laid down by law: article 11 of the Law “On Personal Data Protection” and the Law “On Citizens’ Appeals”. It needs no consent, so we ask for none.',
        'Two things only depend on your consent: texts about your appeal, and showing its words and photos on the map without your name. Without them the appeal is handled just the same. You can take consent back at any time.',
      ],
    },
    {
      title: 'Which data',
      text: ['Only what handling the appeal needs:'],
      list: [
        'last name, first name, patronymic (if any) and place of residence: article 5 of the Law “On Citizens’ Appeals” demands them;',
        'one or more ways to reach you, of your choice;',
        'the text of the appeal, the place that it is about, and the answer;',
        'records of who handled the appeal, and when.',
      ],
    },
    {
      title: 'Who sees it',
      text: [
        'Staff who register the appeal, answer for it and watch its date, each only what the work needs. Every action is recorded.',
        'Your name, residence and contacts are neither on the site nor on the map. The number, the state and the dates can be seen by the link in a text message.',
      ],
    },
    {
      title: 'To whom it is passed',
      text: ['In these cases only:'],
      list: [
        'to the body that your matter belongs to, where it is not the city’s (article 7 of the Law “On Citizens’ Appeals”);',
        'to the phone operator: only the number and a short text without name, address and substance, when you ask for a code or agreed to texts;',
        'to a court or another body, where the law demands it.',
      ],
    },
    {
      title: 'How long it is kept',
      text: [
        'The council’s list of files sets the term for appeals. When it ends, personal data is deleted. A sign-in lasts a day at the most.',
      ],
    },
    {
      title: 'How it is protected',
      text: [
        'Phones, e-mail and postal addresses lie in the database encrypted. Codes sent by text and access codes are not kept in it. The site has no counters of others, no advertising and no tracking; its one cookie is for signing in.',
      ],
    },
    {
      title: 'Your rights',
      text: ['Under article 8 of the Law “On Personal Data Protection” you can:'],
      list: [
        'know which of your data is handled, where and what for, and obtain it: the answer takes 30 days at the most;',
        'demand that wrong data is corrected, or unlawfully handled data deleted;',
        'object to the handling, and take consent back;',
        'complain to the Ukrainian Parliament Commissioner for Human Rights, or to a court.',
      ],
    },
  ],
};
