import type { Content } from 'pdfmake/interfaces.js';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersLetter as words } from '#shared/texts/uk/papers-letter.ts';
import { type LetterheadFacts, letterhead, paragraphs } from './letterhead.ts';
import { figure, pdfOf } from './pdf.ts';
import { type PaperPlace, placeBlock } from './place.ts';

/** All that a letter says; a draft has no code to be checked by. */
export interface LetterFacts extends Omit<LetterheadFacts, 'outgoing'> {
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
  const { text, appealRoute, signed, executor, place, verifyAt, isForSigning = false } = facts;
  const unsigned = isForSigning ? `${words.signHere}\n${words.signNote}` : words.draftNote;
  const content: Content[] = [
    ...letterhead({ ...facts, outgoing: signed && { number: signed.outgoingNumber, on: signed.on } }),
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
