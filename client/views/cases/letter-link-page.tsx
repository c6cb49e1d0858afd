import type { JSX } from 'preact';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { LetterLinkTexts } from '#shared/texts/uk/letter-link.ts';

/** What the link of a letter shows: of which case it is, and whether letters about it come. */
export interface LetterLinkPageProps {
  link: string;
  number: string;
  isOn: boolean;
  /** Said on top after the button was pressed. */
  hasJustChanged: boolean;
  lang: Lang;
  texts: LetterLinkTexts;
}
/** The page behind the link of a letter: nothing of the case but its number, one button. */
export const LetterLinkPage = ({
  link,
  number,
  isOn,
  hasJustChanged,
  lang,
  texts,
}: LetterLinkPageProps): JSX.Element => (
  <div class="column">
    {hasJustChanged && (
      <p class="callout done" role="status" tabIndex={-1} data-focus="">
        {isOn ? texts.onDone : texts.offDone}
      </p>
    )}
    <h1>{fill(texts.title, { number: spacedNumber(number) })}</h1>
    <p class="lead">{isOn ? texts.isOn : texts.isOff}</p>
    <form method="post" action={addressIn(lang, `/letters/${link}`)}>
      <SubmitButton kind={isOn ? 'primary' : 'secondary'} name="letters" value={isOn ? 'off' : 'on'}>
        {isOn ? texts.turnOff : texts.turnOn}
      </SubmitButton>
    </form>
    <p class="hint">{texts.owed}</p>
    {isOn && <p class="hint">{texts.notMine}</p>}
    <p>
      <a href={addressIn(lang, '/my?by=email')}>{texts.all}</a>
    </p>
  </div>
);
