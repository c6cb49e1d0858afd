import type { Content, CustomTableLayout } from 'pdfmake/interfaces.js';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import type { DeliveryChannel, DeliveryState } from '#shared/domain/delivery.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull, dayInFull, daysBetween, momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { overduePack as words } from '#shared/texts/uk/overdue-pack.ts';
import { pdfOf } from './pdf.ts';

/** Everything that the papers say of one late case; instants are RFC 3339, dates are of law. */
export interface OverdueFacts {
  number: string;
  receivedAt: string;
  dueOn: string;
  today: string;
  kind: string;
  category: string;
  department: string | null;
  steps: readonly { status: PublicStatus; at: string }[];
  messages: readonly { channel: DeliveryChannel; template: string; state: DeliveryState; at: Date }[];
  applicant: { name: string; residence: string; contact: string };
}
type Letter = { to: string; title: string; body: readonly string[]; asks: readonly string[]; hint?: string };
/** Fine lines between the lines of a table, a stronger one under its heads. */
const LINES: CustomTableLayout = {
  hLineWidth: (line, { table }) => (line === 0 || line === table.body.length ? 0 : line === 1 ? 2 : 1),
  hLineColor: (line) => (line === 1 ? 'black' : '#aaa'),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : 8),
  paddingRight: (column, { table }) => (column + 1 === table.widths?.length ? 0 : 8),
};
type Table = Extract<Content, { table: unknown }>;

const lines = (columns: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  table: {
    headerRows: 1,
    widths: columns.map((_, i) => (i === 0 ? '*' : 'auto')),
    body: [columns.map((text) => ({ text, bold: true })), ...rows.map((row) => [...row])],
  },
  layout: LINES,
});
const pair = (name: string, value: string): Content => ({
  columns: [
    { text: name, width: 175, color: '#4b5866' },
    { text: value, width: '*' },
  ],
  margin: [0, 0, 0, 3],
});

function factSheet(facts: OverdueFacts, late: string): Content[] {
  const { facts: says, templates, channels, states } = words;
  const nameOf = (template: string): string =>
    template in templates ? templates[template as keyof typeof templates] : templates.other;
  return [
    { text: fill(words.title, { number: spacedNumber(facts.number) }), style: 'title', headlineLevel: 1 },
    { text: fill(words.made, { date: dateInFull('uk', facts.today) }), style: 'hint', margin: [0, 6, 0, 0] },
    { text: says.title, style: 'part', headlineLevel: 2 },
    pair(says.number, spacedNumber(facts.number)),
    pair(says.receivedAt, momentInFull('uk', facts.receivedAt)),
    pair(says.kind, facts.kind),
    pair(says.category, facts.category),
    pair(says.department, facts.department ?? says.departmentUnknown),
    pair(says.dueOn, dateInFull('uk', facts.dueOn)),
    pair(fill(says.overdue, { date: dateInFull('uk', facts.today) }), late),
    { text: says.term, style: 'hint', margin: [0, 4, 0, 0] },
    { text: says.course, style: 'part', headlineLevel: 2 },
    lines(
      [says.columns.what, says.columns.when],
      facts.steps.map(({ status, at }) => [cases.statuses[status], momentInFull('uk', at)]),
    ),
    { text: says.messages, style: 'part', headlineLevel: 2 },
    facts.messages.length === 0
      ? { text: says.noMessages }
      : lines(
          [says.columns.what, says.columns.when, says.columns.state],
          facts.messages.map(({ template, channel, at, state }) => [
            `${nameOf(template)}, ${channels[channel]}`,
            momentInFull('uk', at.toISOString()),
            states[state],
          ]),
        ),
  ];
}

function letter({ to, title, body, asks, hint }: Letter, facts: OverdueFacts, late: string): Content[] {
  const { name, residence, contact } = facts.applicant;
  const places = {
    number: spacedNumber(facts.number),
    received: dayInFull('uk', new Date(facts.receivedAt)),
    due: dateInFull('uk', facts.dueOn),
    today: dateInFull('uk', facts.today),
    category: facts.category,
    department: facts.department ?? words.blank,
    late,
  };
  const head = [
    fill(to, places),
    fill(words.from, { name }),
    fill(words.residence, { residence }),
    fill(words.contact, { contact }),
  ];
  return [
    { stack: head.map((text) => ({ text, margin: [0, 0, 0, 4] })), margin: [200, 0, 0, 0], pageBreak: 'before' },
    { text: title, style: 'heading', headlineLevel: 1 },
    ...body.map((text): Content => ({ text: fill(text, places), margin: [0, 0, 0, 8], alignment: 'justify' })),
    ...(asks.length > 0 ? [{ ol: asks.map((text) => fill(text, places)), margin: [0, 0, 0, 8] } as Content] : []),
    { text: words.blank, margin: [0, 8, 0, 0] },
    {
      columns: [{ text: words.date }, { text: words.signature, alignment: 'right' }],
      margin: [0, 26, 0, 0],
    },
    ...(hint ? [{ text: hint, style: 'hint', margin: [0, 18, 0, 0] } as Content] : []),
  ];
}

/**
 * The papers of a late answer: what is known, and drafts of a complaint to the higher body (Law 393/96-ВР, arts. 16, 17), to the
 * Ombudsman (Constitution, art. 40) and to the court (art. 55), each with names, dates and articles filled in. A PDF in Ukrainian.
 */
export function overduePack(facts: OverdueFacts): Promise<Buffer> {
  const late = plural('uk', Math.max(1, daysBetween(facts.dueOn, facts.today)), words.days);
  return pdfOf(fill(words.title, { number: spacedNumber(facts.number) }), [
    ...factSheet(facts, late),
    ...letter(words.superior, facts, late),
    ...letter(words.ombudsman, facts, late),
    ...letter(words.court, facts, late),
  ]);
}
