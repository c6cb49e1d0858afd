import type { JSX } from 'preact';
import { Island } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { CaseBody, type CaseBodyProps } from './case-body.tsx';
import { UnlockForm, type UnlockFormProps } from './unlock-form.tsx';

/** One case for whoever may see it. `unlock` is there where only its state may be seen yet. */
export interface CasePageProps extends Omit<CaseBodyProps, 'complainTo'> {
  unlock?: UnlockFormProps;
}
/** The page of one case: complete as it stands, live where scripts run. */
export const CasePage = ({ unlock, ...rest }: CasePageProps): JSX.Element => {
  const { view, lang, texts } = rest;
  const body = { ...rest, complainTo: `${addressIn(lang, '/appeals/new')}?about=other&kind=complaint` };
  return (
    <div class="column">
      <p class="back">
        <a href={addressIn(lang, '/my')}>{texts.back}</a>
      </p>
      <h1>{fill(texts.title, { number: spacedNumber(view.number) })}</h1>
      <Island name="live-case" props={body}>
        <CaseBody {...body} />
      </Island>
      {unlock && (
        <section aria-labelledby="unlock" class="callout">
          <h2 id="unlock">{texts.lockedPart}</h2>
          <UnlockForm {...unlock} />
        </section>
      )}
    </div>
  );
};
