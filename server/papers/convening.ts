import type { Content } from 'pdfmake/interfaces.js';
import { city } from '#shared/texts/city.ts';
import { petitionPapers } from '#shared/texts/uk/petition-papers.ts';
import { paragraphs } from './letterhead.ts';
import { pdfOf } from './pdf.ts';

/** What the draft of an order says; its number, date and signature are left to a hand. */
export interface ConveningPaper {
  name: string;
  about: string;
  ground: string;
  items: readonly string[];
  notes: readonly string[];
}
/** A draft of the order of the head to convene the council for a petition (Law 280/97-ВР, art. 46): it says on each page that it is one. */
export function conveningPdf({ name, about, ground, items, notes }: ConveningPaper): Promise<Buffer> {
  const { order: words } = petitionPapers;
  const content: Content[] = [
    { text: words.draft, bold: true, alignment: 'right' },
    { text: city.uk.council, style: 'title', alignment: 'center', margin: [0, 6, 0, 0] },
    { text: words.kind, style: 'heading', headlineLevel: 1, margin: [0, 14, 0, 14] },
    { text: words.numbered },
    { text: about, bold: true, margin: [0, 14, 0, 14] },
    ...paragraphs(ground),
    { ol: items.map((text) => ({ text, margin: [0, 0, 0, 8] })) } as Content,
    {
      stack: [
        { text: words.signHere, margin: [0, 26, 0, 0] },
        { text: words.signHint, style: 'hint' },
      ],
      unbreakable: true,
    },
    { stack: notes.map((text): Content => ({ text, style: 'hint', margin: [0, 4, 0, 0] })), margin: [0, 26, 0, 0] },
  ];
  return pdfOf(name, content, { mark: words.draft });
}
