import type { Content } from 'pdfmake/interfaces.js';
import type { Lang } from '#shared/texts/plural.ts';
import { figure, MILLIMETRE, POSTER_WIDTH, pdfOf } from './pdf.ts';

/** What stands on a poster, from above; its title is Ukrainian in any language. */
export interface PosterPaper {
  lang: Lang;
  /** What the file is called by whoever reads it. */
  name: string;
  over: string;
  number: string;
  title: string;
  calls: readonly string[];
  /** Where the code leads, whole, and in words for whoever hears the paper. */
  href: string;
  code: string;
  how: string;
  /** The same as people type it. */
  address: string;
  hint: string | null;
}
/** Sizes that the title may have, in points; the largest at which every word of it fits is taken. */
const SIZES = [32, 28, 24, 20];
/** How broad a bold letter of our family is at the most, on average over a word, in parts of its size. */
const LETTER = 0.83;
/** The side of the code: it is read from two steps away. */
const CODE = 80 * MILLIMETRE;

/** The title as large as it fits; a word that fits at no size is broken. */
function titleOf(title: string): Content {
  const longest = Math.max(...title.split(/\s/).map(({ length }) => length));
  const size = SIZES.find((points) => longest * points * LETTER <= POSTER_WIDTH);
  return {
    text: title,
    headlineLevel: 1,
    lang: 'uk-UA',
    bold: true,
    fontSize: size ?? Math.min(...SIZES),
    lineHeight: 1.15,
    margin: [0, 20, 0, 16],
    ...(size === undefined && { wordBreak: 'break-all' }),
  } as Content;
}

/** A poster of a petition for a notice board: one sheet of A4. */
export function posterPdf(says: PosterPaper): Promise<Buffer> {
  const { lang, name, over, number, title, calls, href, code, how, address, hint } = says;
  const content: Content[] = [
    { text: over, fontSize: 14, color: '#4b5866' },
    { text: number, fontSize: 17 },
    titleOf(title),
    ...calls.map((text): Content => ({ text, fontSize: 17, bold: true })),
    figure({ qr: href, fit: CODE, eccLevel: 'M', margin: [0, 20, 0, 20] as [number, number, number, number] }, code),
    { text: how, fontSize: 17 },
    { text: address, fontSize: 22, bold: true, margin: [0, 6, 0, 6], wordBreak: 'break-all' } as Content,
    ...(hint ? [{ text: hint, style: 'hint', fontSize: 13 } as Content] : []),
  ];
  return pdfOf(name, [{ stack: content, alignment: 'center' }], { lang, isPoster: true });
}
