import type { Content } from 'pdfmake/interfaces.js';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull, dayInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersLetter as words } from '#shared/texts/uk/papers-letter.ts';

/** Whose letter it is, to whom, and on what it stands; one to be signed has no number and date yet. Dates are of law, instants RFC 3339. */
export interface LetterheadFacts {
  number: string;
  index: string | null;
  receivedAt: string;
  addressee: { name: string; address: string };
  outgoing: { number: string; on: string } | null;
}
/** Lines as paragraphs. */
export const paragraphs = (text: string): Content[] =>
  text
    .split(/\n+/)
    .filter(Boolean)
    .map((line) => ({ text: line, margin: [0, 0, 0, 8] }));
function references({ number, index, receivedAt, outgoing }: LetterheadFacts): string[] {
  const numbered = outgoing && { number: outgoing.number, date: dateInFull('uk', outgoing.on) };
  return [
    numbered ? fill(words.outgoing, numbered) : words.outgoingBlank,
    fill(words.about, { number: spacedNumber(number) }),
    ...(index ? [fill(words.index, { index })] : []),
    fill(words.received, { date: dayInFull('uk', new Date(receivedAt)) }),
  ];
}
/** The city's letterhead with references and addressee; made anew for each letter, for pdfmake moves what it is given. */
export const letterhead = (facts: LetterheadFacts): Content[] => [
  { text: words.body, style: 'title', alignment: 'center' },
  { text: words.contacts, style: 'hint', alignment: 'center', margin: [0, 4, 0, 6] },
  { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 482, y2: 0, lineWidth: 0.8, lineColor: '#4b5866' }] },
  {
    columns: [
      { stack: references(facts), width: '*' },
      { stack: [{ text: facts.addressee.name, bold: true }, facts.addressee.address], width: 220 },
    ],
    columnGap: 16,
    margin: [0, 18, 0, 0],
  },
];
