import type { Article } from '#shared/texts/article.ts';
import { city } from '#shared/texts/city.ts';

/** The accessibility statement, in English. */
export const accessibility: Article = {
  title: 'Accessibility',
  lead: 'Everyone should be able to use this site with ease: without a mouse, without sight, on an old phone, on a slow link.',
  updatedOn: '2026-11-25',
  sections: [
    {
      title: 'How accessible the site is',
      text: [
        'We aim at DSTU EN 301 549:2022, that is at WCAG 2.1, levels A and AA. The site conforms to it in part: the exceptions that we know of are listed below.',
        'This statement covers all pages for residents, in Ukrainian and in English.',
      ],
      law: 'DSTU EN 301 549:2022 “Accessibility requirements for ICT products and services”. Resolution No. 757 of the Cabinet of Ministers of 21.07.2023 made it binding for executive bodies; the city has taken it as its aim.',
    },
    {
      title: 'What you can do now',
      list: [
        'use the whole site by keyboard and with a screen reader;',
        'file an appeal and follow it with scripts off;',
        'read the list in place of the map: it says the same, in the same order;',
        'say in words where it is, without a pin on the map;',
        'make the text twice as large without loss; the dark look follows your device;',
        'stop all movement: where animation is off on your device, there is none here;',
        'read the answer as text even where a scanned document stands beside it, print the page or keep it.',
      ],
    },
    {
      title: 'What is not perfect yet',
      list: [
        'documents attached by the city and by applicants may be scanned images that a screen reader cannot read; the text of the answer stands on the page beside them;',
        'photos that people add have no description in words: the text of the appeal says what they are about;',
        'the map cannot be read without sight, so all of it is in the list; the picture of the map that the site draws without scripts is described in words;',
        'answers and letters of the city are in Ukrainian, on English pages as well;',
        'date fields look the way your browser draws them;',
        'a draft of an appeal is kept for 48 hours, a code sent by text is good for 10 minutes: another can be asked for, and nothing typed is lost.',
      ],
    },
    {
      title: 'How we check it',
      text: [
        'Before each update an automatic tool checks every page on a narrow and on a wide screen, light and dark. Filing an appeal is walked through each time by keyboard alone, and by what the site tells a screen reader.',
        'There has been no full independent audit, and no trial with people who use assistive technology, yet. This statement is looked through each year and after each large change.',
      ],
    },
    {
      title: 'If something does not work for you',
      text: [
        `Call ${city.contactCentre}: the appeal is written down from your words, and the answer is read to you by phone if you wish. If you cannot hear, or not well, the help page says how to file without a call.`,
        `Write to us about an obstacle through the appeal form, or by post: ${city.en.council}, ${city.en.address}. Name the page, your device and what did not work. You get a number and the date of the answer, as with any appeal.`,
      ],
      links: [
        { to: '/appeals/new?about=other', label: 'Write about an obstacle' },
        { to: '/help', label: 'Help' },
      ],
    },
    {
      title: 'If the obstacle is still there',
      text: [
        'If the answer does not satisfy you, or there is none, complain to the mayor, to the Ukrainian Parliament Commissioner for Human Rights, or to a court. The page on how appeals are handled says how.',
      ],
      links: [{ to: '/how-it-works', label: 'How appeals are handled' }],
    },
  ],
};
