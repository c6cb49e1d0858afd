import type { JSX } from 'preact';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { AppealView } from '#shared/contract/appeals.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CasePageTexts } from '#shared/texts/uk/case-page.ts';
import type { TypedWords } from './own-words.ts';

/** The question whether the matter is settled, or what was said to it. */
export interface FeedbackPartProps {
  feedback: NonNullable<AppealView['details']>['feedback'];
  /** Where the two answers go: `<address>/resolved` and `<address>/not-resolved`. */
  address: string;
  complainTo: string;
  /** Of a «no» that was refused: what was typed, and what is wrong with it. */
  typed: TypedWords | undefined;
  lang: Lang;
  texts: CasePageTexts;
}
/** «Так, вирішено» is one press; «Ні, не вирішено» asks why, and takes photos. */
export const FeedbackPart = (props: FeedbackPartProps): JSX.Element | null => {
  const { feedback, address, complainTo, typed, lang, texts } = props;
  if (feedback.verdict)
    return (
      <p class={feedback.verdict === 'resolved' ? 'callout done' : 'callout ask'} role="status">
        {feedback.verdict === 'resolved' ? texts.saidYes : texts.saidNo}
      </p>
    );
  if (!feedback.isAsked || !feedback.until) return null;
  return (
    <section class="callout ask" aria-labelledby="ask">
      <h2 id="ask">{texts.askTitle}</h2>
      <p>{fill(texts.ask, { date: dateInFull(lang, feedback.until) })}</p>
      <div class="actions">
        <form method="post" action={`${address}/resolved`}>
          <SubmitButton>{texts.yes}</SubmitButton>
        </form>
        <details open={typed !== undefined}>
          <summary class="button">{texts.no}</summary>
          <form method="post" action={`${address}/not-resolved`} encType="multipart/form-data" noValidate>
            <TextArea
              name="reason"
              label={texts.noWhy}
              hint={texts.noWhyHint}
              value={typed?.words}
              error={typed?.error}
              rows={4}
            />
            <div class="field">
              <label for="photos">{texts.noPhotos}</label>
              <p id="photos-hint" class="hint">
                {texts.noPhotosHint}
              </p>
              <input id="photos" name="photos" type="file" accept="image/*" multiple aria-describedby="photos-hint" />
            </div>
            <SubmitButton kind="secondary">{texts.noSend}</SubmitButton>
            <p class="hint">
              {texts.noLaw} <a href={complainTo}>{texts.noComplain}</a>
            </p>
          </form>
        </details>
      </div>
    </section>
  );
};
