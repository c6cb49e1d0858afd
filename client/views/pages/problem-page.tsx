import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';

/** What went wrong, what was kept and what to do, in words. */
export interface ProblemPageProps {
  title: string;
  text: string;
  urgent: string;
  lang: Lang;
  common: CommonTexts;
}
/** Stands in the place of a page that could not be shown. */
export const ProblemPage = ({ title, text, urgent, lang, common }: ProblemPageProps): JSX.Element => (
  <div class="column problem">
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    <p>{urgent}</p>
    <p class="actions">
      <a class="button primary" href={addressIn(lang, '/')}>
        {common.home}
      </a>
      <a class="button secondary" href={addressIn(lang, '/my')}>
        {common.myAppeals}
      </a>
    </p>
  </div>
);
