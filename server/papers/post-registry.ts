import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { MailKind } from '#shared/domain/postal.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersPost as words } from '#shared/texts/uk/papers-post.ts';
import { pdfOf } from './pdf.ts';

/** All that a registry of letters says; `on` is a date of law. */
export interface PostRegistryFacts {
  number: string;
  on: string;
  madeBy: string;
  lines: readonly {
    name: string;
    address: string;
    outgoingNumber: string;
    mail: MailKind;
    trackingNumber: string | null;
    note: string | null;
  }[];
}
/** Widths of the columns, in points; the address takes the rest. */
const WIDTHS = [22, 140, '*', 82, 86, 96, 80];
const signed = (who: string): Content => ({
  stack: [{ text: who }, { text: words.line, margin: [0, 10, 0, 0] }],
  margin: [0, 18, 0, 0],
  unbreakable: true,
});

/** The registry of what is handed to the post: one line for each letter, the totals, and who gave and who took it. */
export function postRegistryPdf({ number, on, madeBy, lines }: PostRegistryFacts): Promise<Buffer> {
  const { columns } = words;
  const head: TableCell[] = [
    columns.n,
    columns.name,
    columns.address,
    columns.outgoing,
    columns.mail,
    columns.tracking,
    columns.note,
  ].map((text) => ({ text, bold: true }));
  const body = lines.map(({ name, address, outgoingNumber, mail, trackingNumber, note }, n): TableCell[] => [
    { text: String(n + 1), alignment: 'right' },
    name,
    address,
    outgoingNumber,
    words.mails[mail],
    trackingNumber ?? '',
    note ?? '',
  ]);
  const registered = lines.filter(({ mail }) => mail === 'registered').length;
  const counts = { count: String(lines.length), registered: String(registered) };
  const title = fill(words.title, { number });
  const content: Content[] = [
    { text: title, style: 'title', alignment: 'center' },
    { text: fill(words.on, { date: dateInFull('uk', on) }), alignment: 'center', margin: [0, 2, 0, 8] },
    { text: words.sender, margin: [0, 0, 0, 8] },
    {
      table: { headerRows: 1, dontBreakRows: true, widths: WIDTHS, body: [head, ...body] },
      fontSize: 8.5,
      lineHeight: 1.2,
    },
    {
      text: fill(words.total, { ...counts, plain: String(lines.length - registered) }),
      bold: true,
      margin: [0, 10, 0, 0],
    },
    { columns: [signed(fill(words.gave, { name: madeBy })), signed(words.took)], columnGap: 24 },
  ];
  return pdfOf(title, content, { isBroad: true });
}
