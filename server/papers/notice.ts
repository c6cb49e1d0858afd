import type { Content } from 'pdfmake/interfaces.js';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersLetter } from '#shared/texts/uk/papers-letter.ts';
import { papersNotice as words } from '#shared/texts/uk/papers-notice.ts';
import { type LetterheadFacts, letterhead, paragraphs } from './letterhead.ts';
import { pdfOf } from './pdf.ts';

/** All that a notice says: what was decided on the way, beside the answer. */
export interface NoticeFacts extends LetterheadFacts {
  heading: string;
  /** Ground, decision, new date, the words of whoever decided, what comes next: paragraphs in their order. */
  lines: readonly string[];
}
/** A notice on the city's letterhead, to be signed by hand: of an extension, a forwarding, a return and the like (Law 393/96-ВР, arts. 5, 7, 8, 20). */
export function noticePdf(facts: NoticeFacts): Promise<Buffer> {
  const content: Content[] = [
    ...letterhead(facts),
    { text: facts.heading, style: 'heading', headlineLevel: 1 },
    ...facts.lines.flatMap(paragraphs),
    { text: papersLetter.signHere, margin: [0, 18, 0, 0] },
  ];
  return pdfOf(fill(words.title, { number: spacedNumber(facts.number) }), content);
}
