import type { JSX } from 'preact';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import type { HomeTexts } from '#shared/texts/uk/home.ts';
import { FindCase } from './home-page.tsx';

/** The search by number on a page of its own, when the number that was typed cannot be one. */
export const FindPage = ({
  lang,
  texts,
  typed,
  errorTitle,
}: {
  lang: Lang;
  texts: HomeTexts;
  typed: string;
  errorTitle: string;
}): JSX.Element => (
  <div class="column">
    <ErrorSummary title={errorTitle} errors={[{ path: 'number', label: texts.findNumber, message: texts.findWrong }]} />
    <h1>{texts.find}</h1>
    <FindCase lang={lang} texts={texts} typed={typed} error={texts.findWrong} />
  </div>
);
