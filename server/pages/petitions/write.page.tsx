import type { JSX } from 'preact';
import { AuthorCodePage, type AuthorCodePageProps } from '#client/views/petitions/author-code-page.tsx';
import { SentPage } from '#client/views/petitions/sent-page.tsx';
import { SimilarPage } from '#client/views/petitions/similar-page.tsx';
import { WritePage } from '#client/views/petitions/write-page.tsx';
import type { FormValues } from '#server/http/form.ts';
import type { Petition } from '#server/petitions/index.ts';
import { today } from '#server/platform/clock.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { fill } from '#shared/texts/fill.ts';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit, within } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import { lawWords } from './law-words.ts';
import { shown } from './shown.ts';

const draw = (visit: Visit, title: string, view: JSX.Element, hasErrors = false, isPrivate = true): string =>
  renderDocument(frameOf(visit, title, hasErrors), view, { styles: ['client/styles/petition-cards.css'], isPrivate });
const HERE = '/petitions/new';

/** The form of a new petition, empty or with what was typed and refused. */
export function writePage(
  visit: Visit,
  { values, errors, formKey }: { values: FormValues; errors: readonly FieldError[]; formKey: string },
): string {
  const { lang } = visit;
  const { petitionWriting: texts, common, problems } = TEXTS[lang];
  const form = { values, errors, problems };
  const view = <WritePage {...{ form, formKey, lang, texts, common }} law={lawWords(lang)} />;
  return draw({ ...visit, path: HERE }, texts.title, view, errors.length > 0, false);
}
/** Petitions that are like the one that was written. */
export function similarPage(visit: Visit, similar: readonly Petition[], values: FormValues): string {
  const { petitionWriting: writing, petitions: texts } = TEXTS[visit.lang];
  const view = <SimilarPage similar={similar.map(shown)} {...{ values, writing, texts }} lang={visit.lang} />;
  return draw({ ...visit, path: HERE }, writing.similar, view);
}
/** The step of the author's code. */
export function authorCodePage(
  visit: Visit,
  id: string,
  facts: Pick<AuthorCodePageProps, 'errors' | 'typedCode' | 'unsent' | 'isLate' | 'waitS' | 'phone'>,
): string {
  const { petitionWriting: texts, received: codes, common } = TEXTS[visit.lang];
  const path = `/petitions/sent/${id}`;
  const view = <AuthorCodePage {...facts} action={within(visit, path)} {...{ texts, codes, common }} />;
  return draw({ ...visit, path }, texts.codeTitle, view, Object.keys(facts.errors).length > 0);
}
/** What the author is told once the petition was sent. */
export function sentPage(visit: Visit, { _id, status, number, dueOn }: Petition & { number: number }): string {
  const { lang } = visit;
  const { petitionWriting: writing, petitions: texts } = TEXTS[lang];
  const isWaiting = status === 'submitted';
  const facts = { number, dueOn: isWaiting ? dueOn : null, today: today(), law: lawWords(lang) };
  const view = <SentPage {...facts} {...{ writing, texts, lang }} />;
  const title = isWaiting ? writing.sent : fill(writing.settled, { number: String(number) });
  return draw({ ...visit, path: `/petitions/sent/${_id}` }, title, view);
}
