import { ProblemPage } from '#client/views/pages/problem-page.tsx';
import { VerifyLetterPage } from '#client/views/pages/verify-letter-page.tsx';
import type { GenuineLetter } from '#server/register/index.ts';
import { signingKey } from '#shared/domain/signature.ts';
import { city } from '#shared/texts/city.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** What is known of a genuine letter, for who holds it. */
export function genuinePage(visit: Visit, { outgoingNumber, on, post, method, check }: GenuineLetter): string {
  const { lang } = visit;
  const { verifyLetter: texts, signing } = TEXTS[lang];
  const how = signing.how[signingKey(method, check)];
  const facts = { number: outgoingNumber, date: dateInFull(lang, on), post, body: city[lang].controller, how };
  return renderDocument(frameOf(visit, texts.title), <VerifyLetterPage {...facts} texts={texts} />, {
    isPrivate: true,
  });
}
/** In place of a letter that was never signed here. */
export function unknownLetterPage(visit: Visit): string {
  const { verifyLetter, problemPages, common } = TEXTS[visit.lang];
  const words = { title: verifyLetter.unknownTitle, text: verifyLetter.unknown, urgent: problemPages.urgent };
  const view = <ProblemPage {...words} lang={visit.lang} common={common} />;
  return renderDocument(frameOf(visit, words.title, true), view, { isPrivate: true });
}
