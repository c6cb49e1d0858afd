import type { Content } from 'pdfmake/interfaces.js';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull, dayInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersLetter as words } from '#shared/texts/uk/papers-letter.ts';
import { figure, pdfOf } from './pdf.ts';
import { type PaperPlace, placeBlock } from './place.ts';

/** All that a letter says; one to be signed has no number and date yet, and a draft no code to be checked by either. Dates are of law, instants RFC 3339. */
export interface LetterFacts {
  number: string;
  index: string | null;
  receivedAt: string;
  addressee: { name: string; address: string };
  text: string;
  appealRoute: string | null;
  signed: { outgoingNumber: string; on: string; signatory: string } | null;
  /** True for the letter that is kept to be signed. */
  isForSigning?: boolean;
  /** Who drafted it or the unit that did, as one to be called. */
  executor: string | null;
  /** What the letter is about lies there; null where no point is known. */
  place: PaperPlace | null;
  /** The whole address at which anybody can see that it is genuine. */
  verifyAt: string | null;
}

const paragraphs = (text: string): Content[] =>
  text
    .split(/\n+/)
    .filter(Boolean)
    .map((line) => ({ text: line, margin: [0, 0, 0, 8] }));
/** Made anew for each letter: pdfmake moves what it is given. */
const letterhead = (): Content[] => [
  { text: words.body, style: 'title', alignment: 'center' },
  { text: words.contacts, style: 'hint', alignment: 'center', margin: [0, 4, 0, 6] },
  { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 482, y2: 0, lineWidth: 0.8, lineColor: '#4b5866' }] },
];
function references({ number, index, receivedAt, signed }: LetterFacts): string[] {
  const outgoing = signed
    ? fill(words.outgoing, { number: signed.outgoingNumber, date: dateInFull('uk', signed.on) })
    : words.outgoingBlank;
  return [
    outgoing,
    fill(words.about, { number: spacedNumber(number) }),
    ...(index ? [fill(words.index, { index })] : []),
    fill(words.received, { date: dayInFull('uk', new Date(receivedAt)) }),
  ];
}
const code = (address: string): Content => ({
  columns: [
    figure({ qr: address, fit: 96, eccLevel: 'M', width: 110 }, words.verifyCode),
    { stack: [{ text: words.verify }, { text: address, margin: [0, 4, 0, 0] }], style: 'hint', width: '*' },
  ],
  margin: [0, 22, 0, 0],
  unbreakable: true,
});

/** The answer on the city's letterhead (Law 393/96-ВР, art. 15). A draft says so across each page, and has no code to be checked by. */
export function letterPdf(facts: LetterFacts): Promise<Buffer> {
  const { addressee, text, appealRoute, signed, executor, place, verifyAt, isForSigning = false } = facts;
  const unsigned = isForSigning ? `${words.signHere}\n${words.signNote}` : words.draftNote;
  const content: Content[] = [
    ...letterhead(),
    {
      columns: [
        { stack: references(facts), width: '*' },
        { stack: [{ text: addressee.name, bold: true }, addressee.address], width: 220 },
      ],
      columnGap: 16,
      margin: [0, 18, 0, 0],
    },
    { text: words.heading, style: 'heading', headlineLevel: 1 },
    ...paragraphs(text),
    { text: words.contest, style: 'part', headlineLevel: 2 },
    ...paragraphs(appealRoute ?? ''),
    ...paragraphs(words.contestUsual),
    { text: signed ? fill(words.signatory, { name: signed.signatory }) : unsigned, margin: [0, 18, 0, 0] },
    ...(executor
      ? [{ text: fill(words.executor, { name: executor }), style: 'hint', margin: [0, 14, 0, 0] } as Content]
      : []),
    ...(place ? [placeBlock(place)] : []),
    ...(verifyAt ? [code(verifyAt)] : []),
  ];
  const title = fill(words.title, { number: spacedNumber(facts.number) });
  return pdfOf(title, content, { mark: signed || isForSigning ? undefined : words.draft });
}
