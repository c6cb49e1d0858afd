import type { Content } from 'pdfmake/interfaces.js';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersCard as words } from '#shared/texts/uk/papers-card.ts';
import { pdfOf } from './pdf.ts';
import { type PaperPlace, placeBlock } from './place.ts';

/** A field of the card. */
export type CardField = keyof typeof words.rows;
/** The fields of each part, in the order of the published forms of the card. */
const PARTS: readonly [keyof typeof words.parts, readonly CardField[]][] = [
  ['who', ['correspondent', 'residence', 'email', 'phone', 'categories', 'social', 'subject', 'signatories']],
  [
    'receipt',
    [
      ...(['number', 'index', 'receivedOn', 'signedOn', 'form', 'type', 'kind', 'recurrence', 'previous'] as const),
      ...(['sentFrom', 'sourceDate', 'sourceIndex'] as const),
    ],
  ],
  ['question', ['main', 'more', 'text', 'place']],
  ['resolution', ['control', 'author', 'resolvedOn', 'resolution', 'executors', 'dueOn', 'interim', 'onSite', 'notes']],
  ['result', ['result', 'answer', 'addressee', 'answeredOn', 'outgoing', 'days']],
  ['archive', ['removedBy', 'removedOn', 'fund', 'opys', 'file', 'volume', 'sheets']],
];

/** The room for words that a hand writes, in points. */
const BY_HAND = 110;
type Said = Readonly<Partial<Record<CardField, string | null>>>;
/** What stands on a card, under a heading of its own. */
export function cardContent(
  number: string,
  said: Said,
  { place, isByHand = false }: { place: PaperPlace | null; isByHand?: boolean },
): Content[] {
  const content = PARTS.flatMap(([part, fields]): Content[] => {
    const under = [false, false, false, true];
    const title = { text: words.parts[part], style: 'part', headlineLevel: 2, colSpan: 2, border: under };
    const rows = fields.map((field) => [{ text: words.rows[field], color: '#4b5866' }, { text: said[field] ?? '' }]);
    // The title is the table's own first row, so that it never stands alone at the end of a page.
    const table = {
      widths: [165, '*'],
      heights: (row: number) => (isByHand && fields[row - 1] === 'text' ? BY_HAND : 15),
      headerRows: 1,
      keepWithHeaderRows: 1,
      hasRowHeads: true,
      body: [[title, { text: '', border: under }], ...rows],
    };
    const boxes = { table, fontSize: 9, layout: { hLineWidth: (line: number) => (line === 0 ? 0 : 1) } } as Content;
    return part === 'question' && place ? [boxes, placeBlock(place)] : [boxes];
  });
  const heading: Content[] = [
    { text: words.heading, style: 'title', headlineLevel: 1, alignment: 'center' },
    { text: spacedNumber(number), alignment: 'center', margin: [0, 4, 0, 0] },
  ];
  return [...heading, ...content];
}
/** A registration-control card (CMU 348); `said` holds what the register knows, every other field is an empty box to be filled in by hand. Its place is drawn where a point is known. */
export const cardPdf = (number: string, said: Said, place: PaperPlace | null): Promise<Buffer> =>
  pdfOf(fill(words.title, { number: spacedNumber(number) }), cardContent(number, said, { place }));
