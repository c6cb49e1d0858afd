import type { Content } from 'pdfmake/interfaces.js';
import { ENVELOPES, type Envelope, splitPostcode } from '#shared/domain/postal.ts';
import { city } from '#shared/texts/city.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersPost as words } from '#shared/texts/uk/papers-post.ts';
import { MILLIMETRE, pdfOf } from './pdf.ts';

/** What stands on one envelope. */
export interface EnvelopeFacts {
  name: string;
  /** Without the postcode. */
  address: string;
  postcode: string | null;
  outgoingNumber: string;
  isRegistered: boolean;
}
const { postcode, rest } = splitPostcode(city.uk.address);
const SENDER = { name: city.uk.controller, address: rest, postcode: postcode ?? '' };
/** Margins that postal machines keep free, and how wide the two blocks are, in millimetres. */
const [EDGE, SENDER_WIDTH, ADDRESSEE_WIDTH, ADDRESSEE_HEIGHT] = [12, 85, 95, 46];

/** Beyond so many letters a name and address are set smaller, so that they stay on the envelope. */
const MUCH = 150;

const block = (
  { name, address, postcode }: { name: string; address: string; postcode: string },
  { label, size, at, width }: { label: string; size: number; at: { x: number; y: number }; width: number },
): Content => ({
  absolutePosition: { x: at.x * MILLIMETRE, y: at.y * MILLIMETRE },
  columns: [
    {
      width: width * MILLIMETRE,
      stack: [
        { text: label, fontSize: 8, color: '#4b5866' },
        { text: name, bold: true },
        { text: address },
        { text: postcode, bold: true, fontSize: size + 3, margin: [0, 3, 0, 0] },
      ],
      fontSize: size,
      lineHeight: 1.15,
    },
  ],
});
/** One envelope, as the Rules of postal service lay it out: the sender at the upper left, the addressee at the lower right, each with the postcode last. */
function faceOf(facts: EnvelopeFacts, size: Envelope, n: number): Content[] {
  const { width, height } = ENVELOPES[size];
  const addresseeAt = { x: width - ADDRESSEE_WIDTH - EDGE, y: height - ADDRESSEE_HEIGHT - EDGE };
  const mark = (text: string, y: number, bold: boolean): Content => ({
    absolutePosition: { x: EDGE * MILLIMETRE, y: y * MILLIMETRE },
    text,
    fontSize: bold ? 11 : 8,
    bold,
  });
  return [
    // The first of what stands on a page is in its flow, since what is placed by hand breaks none.
    { text: ' ', fontSize: 1, lineHeight: 1, ...(n > 0 && { pageBreak: 'before' as const }) },
    block(SENDER, { label: words.from, size: 9, at: { x: EDGE, y: EDGE }, width: SENDER_WIDTH }),
    block(
      { ...facts, postcode: facts.postcode ?? words.noPostcode },
      {
        label: words.to,
        size: facts.name.length + facts.address.length > MUCH ? 8.5 : 11,
        at: addresseeAt,
        width: ADDRESSEE_WIDTH,
      },
    ),
    mark(fill(words.outgoing, { number: facts.outgoingNumber }), height - EDGE - 4, false),
    ...(facts.isRegistered ? [mark(words.registered, height - EDGE - 12, true)] : []),
  ];
}
/** Envelopes to be printed on, one a page. */
export function envelopesPdf(facts: readonly EnvelopeFacts[], size: Envelope): Promise<Buffer> {
  const content = facts.flatMap((one, n) => faceOf(one, size, n));
  return pdfOf(words.to, content, { envelope: ENVELOPES[size] });
}
