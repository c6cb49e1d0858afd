import type { JSX } from 'preact';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import type { NewsTexts } from '#shared/texts/uk/news.ts';

/** One thing said about a subscription, and the one button that there may be; a mere visit changes nothing. */
export interface NewsStepProps {
  title: string;
  says: string;
  /** Where the button posts to, and its words. */
  button?: { action: string; words: string };
  isDone: boolean;
  lang: Lang;
  texts: NewsTexts;
}
/** The pages around a subscription: check your mail, confirm, ended, gone. */
export const NewsStep = ({ title, says, button, isDone, lang, texts }: NewsStepProps): JSX.Element => (
  <div class="column">
    <h1>{title}</h1>
    <p class={isDone ? 'callout done' : 'lead'} {...(isDone && { role: 'status', tabIndex: -1, 'data-focus': '' })}>
      {says}
    </p>
    {button && (
      <form method="post" action={button.action}>
        <SubmitButton>{button.words}</SubmitButton>
      </form>
    )}
    <p>
      <a href={addressIn(lang, '/news')}>{texts.back}</a>
    </p>
  </div>
);
