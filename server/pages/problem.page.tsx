import { ProblemPage, type ProblemPageProps } from '#client/views/pages/problem-page.tsx';
import { PROBLEMS, type ProblemCode } from '#shared/domain/problems.ts';
import { fill } from '#shared/texts/fill.ts';
import type { ProblemPageTexts } from '#shared/texts/uk/problem-pages.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** Which words a refusal gets when it takes the place of a page, by its HTTP status. */
const WORDS: Readonly<Record<number, Exclude<keyof ProblemPageTexts, 'urgent' | 'waitFor' | 'again'>>> = {
  401: 'signIn',
  403: 'notAllowed',
  404: 'notFound',
  429: 'tooMany',
  500: 'internal',
  503: 'unavailable',
};
/** A refusal as a page: what happened, what was kept, what to do. `retryAfterS` is in seconds. */
export function problemPage(visit: Visit, code: ProblemCode, retryAfterS = 60): string {
  const { problemPages: texts } = TEXTS[visit.lang];
  return drawn(visit, texts[WORDS[PROBLEMS[code]] ?? 'wrongRequest'], retryAfterS);
}
/**
 * In the place of a page that was refused because too much is asked at once. `asked` is the address that can be opened again, on
 * this site; null after a form was sent.
 */
export function overloadedPage(visit: Visit, asked: string | null, retryAfterS: number): string {
  const { problemPages: texts } = TEXTS[visit.lang];
  const again = asked === null ? null : { href: asked, words: texts.again };
  return drawn(visit, asked === null ? texts.overloadedForm : texts.overloaded, retryAfterS, again);
}
function drawn(
  visit: Visit,
  { title, text }: { title: string; text: string },
  retryAfterS: number,
  again: ProblemPageProps['again'] = null,
): string {
  const { problemPages: texts, common } = TEXTS[visit.lang];
  const words = { title, text: fill(text, { seconds: retryAfterS }), urgent: texts.urgent };
  const frame = frameOf(visit, title, true);
  return renderDocument(frame, <ProblemPage {...words} lang={visit.lang} common={common} again={again} />, {
    isPrivate: true,
  });
}
/** In place of a short link that nobody was given. */
export function unknownLinkPage(visit: Visit): string {
  const { problemPages, shortLink, common } = TEXTS[visit.lang];
  const words = { title: shortLink.unknownTitle, text: shortLink.unknown, urgent: problemPages.urgent };
  const frame = frameOf(visit, words.title, true);
  return renderDocument(frame, <ProblemPage {...words} lang={visit.lang} common={common} />, { isPrivate: true });
}
