import type { DeskStandingTexts } from '#shared/texts/uk/desk-standing.ts';

/** How far a case has come, in English. */
export const deskStanding: DeskStandingTexts = {
  title: 'Progress',
  others: 'Other appeals with the same contacts',
  papers: { title: 'Papers', card: 'Card (PDF)', letter: 'Letter (PDF)', draft: 'Draft of the letter (PDF)' },
  labels: {
    executors: 'Executors',
    awaiting: 'Waiting for the applicant since',
    extendedFrom: 'Was due by',
    promise: 'Promised by',
    promiseKept: 'Promise kept on',
    procedure: 'Procedure',
    control: 'Control',
  },
  roles: { main: 'main', co: 'co-executor' },
  procedures: { appeal: 'citizens’ appeals', admin: 'administrative (Law 2073-IX)' },
  controls: { normal: 'normal', special: 'special' },
  links: {
    'repeatOf-to': 'Repeats',
    'repeatOf-from': 'Repeated by',
    'duplicateOf-to': 'Duplicates',
    'duplicateOf-from': 'Duplicated by',
    'mergedInto-to': 'Merged into',
    'mergedInto-from': 'Merged in',
    'partOf-to': 'Part of',
    'partOf-from': 'Part split off',
  },
};
