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
  /** The way to try the same once more; null where it cannot be reached by a link. */
  again?: { href: string; words: string } | null;
}
/** Stands in the place of a page that could not be shown. */
export const ProblemPage = ({ title, text, urgent, lang, common, again }: ProblemPageProps): JSX.Element => (
  <div class="column problem">
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    <p>{urgent}</p>
    <p class="actions">
      {again && (
        <a class="button primary" href={again.href}>
          {again.words}
        </a>
      )}
      <a class={`button ${again ? 'secondary' : 'primary'}`} href={addressIn(lang, '/')}>
        {common.home}
      </a>
      <a class="button secondary" href={addressIn(lang, '/my')}>
        {common.myAppeals}
      </a>
    </p>
  </div>
);
