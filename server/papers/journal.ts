import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { NumberState } from '#shared/domain/number-reservation.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull, dayInFull, momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersJournal as words } from '#shared/texts/uk/papers-journal.ts';
import { cardContent } from './card.ts';
import { pdfOf } from './pdf.ts';

/** All that a journal on paper says; `on` is a date of law, instants are RFC 3339. */
export interface JournalFacts {
  department: string;
  on: string;
  reason: string;
  madeBy: string;
  madeAt: string;
  numbers: readonly { number: string; state: NumberState; at: string | null }[];
  act: { at: string; by: string; reason: string; count: number } | null;
}
/** Widths of the columns, in points; what it is about takes the rest. */
const WIDTHS = [18, 66, 58, 118, 126, '*', 66, 96];
/** The height of a line that a hand fills in, in points. */
const LINE = 38;

function table(numbers: JournalFacts['numbers']): Content {
  const { columns, notes } = words;
  const head = Object.values(columns).map((text): TableCell => ({ text, bold: true }));
  const lines = numbers.map(({ number, state, at }, nth): TableCell[] => [
    { text: String(nth + 1), alignment: 'right' },
    { text: spacedNumber(number), bold: true },
    ...Array.from({ length: 5 }, () => ''),
    fill(notes[state], { date: at ? dayInFull('uk', new Date(at)) : '' }),
  ]);
  const heights = (row: number): number | 'auto' => (row === 0 ? 'auto' : LINE);
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: WIDTHS, heights, body: [head, ...lines] },
    fontSize: 8.5,
    lineHeight: 1.2,
  };
}
function act({ act: closed }: JournalFacts): Content[] {
  if (!closed) return [];
  const { count, reason, by: name, at } = closed;
  const said = { count: String(count), reason, name, at: momentInFull('uk', at) };
  return [
    {
      stack: [{ text: words.act, style: 'part', headlineLevel: 2 }, { text: fill(words.actSays, said) }],
      unbreakable: true,
    },
  ];
}
/** A blank registration-control card for each number that waits, each on a sheet of its own. */
const cards = (numbers: JournalFacts['numbers']): Content[] =>
  numbers
    .filter(({ state }) => state === 'left')
    .map(({ number }): Content => {
      const place = { pageBreak: 'before', pageOrientation: 'portrait' } as const;
      return {
        stack: cardContent(number, { number: spacedNumber(number) }, { place: null, isByHand: true }),
        ...place,
      };
    });

/**
 * The journal that is kept on paper while there is no power (CMU 348), with the numbers that were reserved for it, and a blank card
 * for each that waits. Printed again later, it says of each number what became of it.
 */
export function journalPdf(facts: JournalFacts): Promise<Buffer> {
  const { department, on, reason, madeBy, madeAt, numbers } = facts;
  const ends = { first: spacedNumber(numbers[0]?.number ?? ''), last: spacedNumber(numbers.at(-1)?.number ?? '') };
  const title = fill(words.title, { date: dateInFull('uk', on) });
  const content: Content[] = [
    { text: title, style: 'title', headlineLevel: 1 },
    { text: fill(words.unit, { department }), margin: [0, 4, 0, 0] },
    { text: fill(words.range, { ...ends, count: String(numbers.length) }) },
    { text: fill(words.reason, { reason, name: madeBy, at: momentInFull('uk', madeAt) }) },
    { text: words.how, style: 'hint', margin: [0, 4, 0, 8] },
    table(numbers),
    ...act(facts),
    { text: words.kept, margin: [0, 18, 0, 0] },
    ...cards(numbers),
  ];
  return pdfOf(title, content, { isBroad: true });
}
