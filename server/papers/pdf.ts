import { buffer } from 'node:stream/consumers';
import type { Content } from 'pdfmake/interfaces.js';
import { fontFile } from '#server/platform/fonts.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { PDFDocument, SVGMeasure } from './pdfmake-parts.ts';
import { growStructure } from './structure.ts';
import { TaggedLayout, TaggedRenderer } from './tagged.ts';

/** The one family of our papers: it has every Ukrainian letter, and is embedded. */
const FAMILY = 'DejaVu';
const FONTS = {
  [FAMILY]: {
    normal: fontFile('DejaVuSans'),
    bold: fontFile('DejaVuSans-Bold'),
    italics: fontFile('DejaVuSans-Oblique'),
    bolditalics: fontFile('DejaVuSans-BoldOblique'),
  },
};
/** A millimetre in points. */
export const MILLIMETRE = 72 / 25.4;
/** A sheet of A4, in points. */
const A4 = { width: 595.28, height: 841.89, orientation: 'portrait' } as const;
const BROAD_A4 = { width: A4.height, height: A4.width, orientation: 'landscape' } as const;
const MARGINS = { left: 25 * MILLIMETRE, top: 20 * MILLIMETRE, right: 15 * MILLIMETRE, bottom: 20 * MILLIMETRE };
const BROAD_MARGIN = 15 * MILLIMETRE;
const BROAD_MARGINS = { left: BROAD_MARGIN, top: BROAD_MARGIN, right: BROAD_MARGIN, bottom: BROAD_MARGIN };
const POSTER_MARGIN = 20 * MILLIMETRE;
const POSTER_MARGINS = { left: POSTER_MARGIN, top: POSTER_MARGIN, right: POSTER_MARGIN, bottom: POSTER_MARGIN };
const NO_MARGINS = { left: 0, top: 0, right: 0, bottom: 0 };
/** The room between the margins of a poster, in points. */
export const POSTER_WIDTH = A4.width - 2 * POSTER_MARGIN;
/** The room between the margins of a broad paper, in points. */
export const BROAD_WIDTH = 297 * MILLIMETRE - 2 * BROAD_MARGIN;

/** What all papers are: tagged files whose title is shown, of which any reader can say aloud what is on them (ISO 14289-1). */
const FILE = {
  pdfVersion: '1.7',
  subset: 'PDF/UA',
  tagged: true,
  displayTitle: true,
  autoFirstPage: false,
  font: null,
};
const LOCALES: Readonly<Record<Lang, string>> = { uk: 'uk-UA', en: 'en-GB' };
/** How all papers look; sizes are in points. */
const DEFAULT_STYLE = { font: FAMILY, fontSize: 10.5, lineHeight: 1.35 };
const STYLES = {
  title: { fontSize: 16, bold: true, lineHeight: 1.2 },
  part: { fontSize: 12, bold: true, margin: [0, 14, 0, 6] },
  heading: { fontSize: 12.5, bold: true, alignment: 'center', margin: [0, 26, 0, 18] },
  hint: { fontSize: 9, color: '#4b5866' },
};
const footer = (page: number, pages: number): Content => ({
  text: `${page} / ${pages}`,
  alignment: 'center',
  style: 'hint',
  margin: [0, 12, 0, 0],
});

/** A drawing with the words that say what is on it, for whoever hears the paper. */
export const figure = <const Drawing extends object>(drawing: Drawing, alt: string): Drawing & { alt: string } =>
  Object.assign(drawing, { alt });

/**
 * How a paper differs from the usual one: `mark` lies across each page; a broad one is a sheet turned on its side; an envelope, in
 * millimetres, has no margins and no page number, and a poster stands in the middle of its one sheet. In Ukrainian where it says nothing else.
 */
interface Look {
  mark?: string | undefined;
  isBroad?: boolean;
  envelope?: { readonly width: number; readonly height: number };
  lang?: Lang;
  isPoster?: boolean;
}
/** The size of a paper's sheets, and their margins. */
function sheetOf({ isBroad = false, isPoster = false, envelope }: Look) {
  if (isPoster) return [A4, POSTER_MARGINS] as const;
  if (!envelope) return isBroad ? ([BROAD_A4, BROAD_MARGINS] as const) : ([A4, MARGINS] as const);
  const size = { width: envelope.width * MILLIMETRE, height: envelope.height * MILLIMETRE, orientation: 'landscape' };
  return [size, NO_MARGINS] as const;
}
/**
 * A paper as a tagged PDF file; parts of its content with a `headlineLevel` are its headings. Nothing outside of it is read: no address
 * and no file that its content names.
 */
export async function pdfOf(title: string, content: Content[], look: Look = {}): Promise<Buffer> {
  const { mark, envelope, lang = 'uk', isPoster } = look;
  const mayRead = (path: string): boolean => Object.values(FONTS[FAMILY]).includes(path);
  const options = { ...FILE, lang: LOCALES[lang], info: { Title: title, Creator: 'Vidhuk', Producer: 'pdfmake' } };
  const document = new PDFDocument(FONTS, {}, {}, {}, options, null, mayRead);
  const [size, margins] = sheetOf(look);
  const layout = new TaggedLayout(size, margins, new SVGMeasure());
  const watermark = mark ? { text: mark, color: '#4b5866', opacity: 0.18, bold: true } : undefined;
  const pages = layout.layoutDocument(
    content,
    document,
    STYLES,
    DEFAULT_STYLE,
    undefined,
    undefined,
    envelope || isPoster ? () => '' : footer,
    watermark,
  );
  const { places, end } = growStructure(document, layout.root ?? {});
  new TaggedRenderer(document, places).renderPages(pages);
  end();
  document.end();
  return buffer(document);
}
