import type { Article } from '#shared/texts/article.ts';

/** The accessibility statement, in English. */
export const accessibility: Article = {
  title: 'Accessibility',
  lead: 'Everyone should be able to use this site with ease: without a mouse, without sight, on an old phone, on a slow link.',
  sections: [
    {
      title: 'What we aim at',
      text: [
        'DSTU EN 301 549:2022 and WCAG 2.1, levels A and AA. Every page is checked by an automatic tool, and filing an appeal also by keyboard alone. There has been no full independent audit yet.',
      ],
    },
    {
      title: 'What you can do now',
      text: [],
      list: [
        'use the whole site by keyboard and with a screen reader;',
        'file an appeal and follow it with scripts off;',
        'enlarge the text to 200 % without loss; the dark look follows your device;',
        'say in words where it is: no map is needed;',
        'read every answer as text, print the page or keep it.',
      ],
    },
    {
      title: 'What is not perfect yet',
      text: [],
      list: [
        'answers and letters of the city are in Ukrainian, on English pages as well;',
        'date fields look the way your browser draws them.',
      ],
    },
    {
      title: 'If something does not work for you',
      text: [
        'Call 15-35: the appeal is written down from your words, and the answer is read to you by phone if you wish. Write to us about the obstacle through the appeal form; we answer within the time that the law sets.',
      ],
    },
  ],
};
