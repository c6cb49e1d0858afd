import { escaped } from '#server/platform/markup.ts';

/** What a letter says, in plain words: nothing here is markup. */
export interface LetterBody {
  subject: string;
  /** A paragraph each; line feeds in them are kept. */
  paragraphs: readonly string[];
  /** Where to read on: the words that lead there and the whole address. */
  link: { words: string; url: string } | null;
  /** Small lines at the end. */
  footer: readonly string[];
}

const paragraph = (words: string, style: string): string =>
  `<p style="${style}">${escaped(words).replace(/\n/g, '<br>')}</p>`;
const button = ({ words, url }: NonNullable<LetterBody['link']>): string =>
  `<p style="${STYLE.paragraph}"><a href="${escaped(url)}" style="${STYLE.button}">${escaped(words)}</a></p>`;

/** Mail programs know no style sheets, so each element carries its own; the colours are those of the site. */
const STYLE = {
  body: 'margin:0;padding:24px 16px;background:#ffffff;color:#111a24;font:16px/1.5 sans-serif',
  column: 'max-width:560px;margin:0 auto',
  paragraph: 'margin:0 0 16px',
  button:
    'display:inline-block;padding:12px 20px;border-radius:8px;background:#0a57a3;color:#ffffff;text-decoration:none',
  line: 'margin:24px 0 16px;border:0;border-top:1px solid #d9dee4',
  footer: 'margin:0 0 8px;color:#4b5866;font-size:14px',
} as const;

/** A letter as a simple page: no pictures, nothing that is fetched, the same words as the plain text. */
export const letterHtml = ({ subject, paragraphs, link, footer }: LetterBody): string =>
  [
    `<!doctype html><html lang="uk"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="${STYLE.body}"><div style="${STYLE.column}">`,
    ...paragraphs.map((words) => paragraph(words, STYLE.paragraph)),
    link ? button(link) : '',
    `<hr style="${STYLE.line}">`,
    ...footer.map((words) => paragraph(words, STYLE.footer)),
    '</div></body></html>',
  ].join('\n');
/** The same letter as plain text. */
export const letterText = ({ paragraphs, link, footer }: LetterBody): string =>
  `${[...paragraphs, ...(link ? [`${link.words}:\n${link.url}`] : [])].join('\n\n')}\n\n-- \n${footer.join('\n')}\n`;
