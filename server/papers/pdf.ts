import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';

const { resolve } = createRequire(import.meta.url);
const font = (name: string): string => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
/** The one family of our papers: it has every Ukrainian letter, and is embedded. */
const FAMILY = 'DejaVu';
const FONTS = {
  [FAMILY]: {
    normal: font('DejaVuSans'),
    bold: font('DejaVuSans-Bold'),
    italics: font('DejaVuSans-Oblique'),
    bolditalics: font('DejaVuSans-BoldOblique'),
  },
};
/** A millimetre in points. */
export const MILLIMETRE = 72 / 25.4;
const BROAD_MARGIN = 15 * MILLIMETRE;
/** The room between the margins of a broad paper, in points. */
export const BROAD_WIDTH = 297 * MILLIMETRE - 2 * BROAD_MARGIN;

/** What all papers share; sizes are in points. */
const PAPER: Omit<TDocumentDefinitions, 'content'> = {
  pageSize: 'A4',
  pageMargins: [25 * MILLIMETRE, 20 * MILLIMETRE, 15 * MILLIMETRE, 20 * MILLIMETRE],
  language: 'uk-UA',
  version: '1.7',
  displayTitle: true,
  defaultStyle: { font: FAMILY, fontSize: 10.5, lineHeight: 1.35 },
  styles: {
    title: { fontSize: 16, bold: true, lineHeight: 1.2 },
    part: { fontSize: 12, bold: true, margin: [0, 14, 0, 6] },
    heading: { fontSize: 12.5, bold: true, alignment: 'center', margin: [0, 26, 0, 18] },
    hint: { fontSize: 9, color: '#4b5866' },
  },
};

/** How a paper differs from the usual one: `mark` lies across each page; a broad one is a sheet turned on its side; an envelope, in millimetres, has no margins and no page number. */
interface Look {
  mark?: string | undefined;
  isBroad?: boolean;
  envelope?: { readonly width: number; readonly height: number };
}
/** A paper as a PDF file. Nothing outside of it is read: no address and no file that its content names. */
export async function pdfOf(
  title: string,
  content: Content[],
  { mark, isBroad = false, envelope }: Look = {},
): Promise<Buffer> {
  pdfmake.setFonts(FONTS);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values(FONTS[FAMILY]).includes(path));
  const footer = (page: number, pages: number): Content => ({
    text: `${page} / ${pages}`,
    alignment: 'center',
    style: 'hint',
    margin: [0, 12, 0, 0],
  });
  const watermark = mark && { text: mark, color: '#4b5866', opacity: 0.18, bold: true };
  const broad = isBroad && ({ pageOrientation: 'landscape', pageMargins: BROAD_MARGIN } as const);
  const ofEnvelope = envelope && {
    pageSize: { width: envelope.width * MILLIMETRE, height: envelope.height * MILLIMETRE },
    pageMargins: 0,
    footer: (): Content => '',
  };
  const paper = {
    ...PAPER,
    ...broad,
    info: { title },
    footer,
    content,
    ...(watermark && { watermark }),
    ...ofEnvelope,
  };
  return pdfmake.createPdf(paper).getBuffer();
}
