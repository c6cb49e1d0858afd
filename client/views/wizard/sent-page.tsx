import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import { spacedNumber } from '#shared/texts/codes.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { WizardTexts } from '#shared/texts/uk/wizard.ts';

/** Shown instead of a step once the appeal was sent, so that going back sends nothing twice. */
export const SentPage = ({ number, lang, texts }: { number: string; lang: Lang; texts: WizardTexts }): JSX.Element => (
  <div class="column">
    <h1>{texts.sent.title}</h1>
    <p class="lead">{texts.sent.text}</p>
    <p class="number">{spacedNumber(number)}</p>
    <p class="actions">
      <a class="button primary" href={addressIn(lang, `/appeals/${number}`)}>
        {texts.sent.toCase}
      </a>
      <a class="button" href={addressIn(lang, '/appeals/new')}>
        {texts.sent.another}
      </a>
    </p>
  </div>
);
