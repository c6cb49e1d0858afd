import type { JSX } from 'preact';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { Island } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { AppealView } from '#shared/contract/appeals.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import type { ShortLinkTexts } from '#shared/texts/uk/short-link.ts';
import { DueLine } from './due-line.tsx';
import { StatusWord } from './status-word.tsx';

/** What anybody who holds the link may know: state and dates, and whether texts go to the number that got it. */
export interface ShortLinkPageProps {
  code: string;
  view: Pick<AppealView, 'number' | 'status' | 'isOverdue' | 'dueOn' | 'answeredOn'>;
  wantsSms: boolean;
  /** Said on top after the button was pressed. */
  hasJustChanged: boolean;
  today: string;
  lang: Lang;
  texts: ShortLinkTexts;
  cases: CaseTexts;
}
/** The page behind the short link of a text: no personal data, one button. */
export const ShortLinkPage = (props: ShortLinkPageProps): JSX.Element => {
  const { code, view, wantsSms, hasJustChanged, today, lang, texts, cases } = props;
  return (
    <div class="column">
      {hasJustChanged && (
        <p class="callout done" role="status" tabIndex={-1} data-focus="">
          {wantsSms ? texts.onDone : texts.offDone}
        </p>
      )}
      <p class="over">{texts.title}</p>
      <h1>{fill(cases.title, { number: spacedNumber(view.number) })}</h1>
      <div aria-live="polite" class="case-head">
        <Island name="live-part" props={{ link: code }}>
          <StatusWord status={view.status} isOverdue={view.isOverdue} texts={cases} />
          <p class="lead">{cases.saysBriefly[view.status]}</p>
          <DueLine {...view} today={today} lang={lang} texts={cases} />
        </Island>
      </div>
      <p class="actions">
        <a class="button primary" href={addressIn(lang, `/appeals/${view.number}`)}>
          {texts.full}
        </a>
      </p>
      <p class="hint">{texts.fullHint}</p>
      <form method="post" action={addressIn(lang, `/c/${code}`)} class="sign-out">
        <p>{wantsSms ? texts.smsOn : texts.smsOff}</p>
        <SubmitButton kind="secondary" name="sms" value={wantsSms ? 'off' : 'on'}>
          {wantsSms ? texts.turnOff : texts.turnOn}
        </SubmitButton>
      </form>
      <p class="hint">{texts.why}</p>
    </div>
  );
};
