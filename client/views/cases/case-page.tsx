import type { JSX } from 'preact';
import { Island } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { AppealView } from '#shared/contract/appeals.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { CaseBody, type CaseBodyProps } from './case-body.tsx';
import { UnlockForm, type UnlockFormProps } from './unlock-form.tsx';

/** One case for whoever may see it. `unlock` is there where the access code would show more. */
export interface CasePageProps extends Omit<CaseBodyProps, 'complainTo' | 'address'> {
  unlock?: UnlockFormProps | undefined;
}
/** To somebody whom the matter may concern too: to join it while it is open, or only to follow it. */
const Same = ({ view, lang, more }: Pick<CasePageProps, 'view' | 'lang' | 'more'>): JSX.Element => (
  <section aria-labelledby="same" class="callout">
    <h2 id="same">{more.sameTitle}</h2>
    {view.dueOn && (
      <>
        <p>
          <a class="button primary" href={`${addressIn(lang, '/appeals/new')}?join=${view.number}`}>
            {more.join}
          </a>
        </p>
        <p class="hint">{more.joinHint}</p>
      </>
    )}
    <p>
      <a class="button secondary" href={`${addressIn(lang, '/news')}?case=${view.number}`}>
        {more.follow}
      </a>
    </p>
    <p class="hint">{more.followHint}</p>
  </section>
);
const seenBy = ({ published }: AppealView): keyof CasePageProps['more']['seen'] =>
  !published ? 'nothing' : published.text === null && published.photos.length === 0 ? 'state' : 'words';

/** The page of one case: complete as it stands, live where scripts run. */
export const CasePage = ({ unlock, ...rest }: CasePageProps): JSX.Element => {
  const { view, lang, texts, more } = rest;
  const isPublic = view.viewer === 'public';
  const address = addressIn(lang, `/appeals/${view.number}`);
  const body = { ...rest, address, complainTo: `${addressIn(lang, '/appeals/new')}?about=other&kind=complaint` };
  return (
    <div class="column case">
      <p class="back">
        <a href={addressIn(lang, isPublic ? '/' : '/my')}>{isPublic ? more.back : texts.back}</a>
      </p>
      <h1>{fill(texts.title, { number: spacedNumber(view.number) })}</h1>
      <p class="hint">{more.asYou[view.viewer]}</p>
      <Island name="live-part" props={{ caseId: view.id, changed: texts.changed, live: texts.live }}>
        <CaseBody {...body} />
      </Island>
      {view.details && (
        <section aria-labelledby="seen">
          <h2 id="seen">{more.seenTitle}</h2>
          <p>{more.seen[seenBy(view)]}</p>
        </section>
      )}
      {isPublic && <Same view={view} lang={lang} more={more} />}
      {unlock && (
        <section aria-labelledby="unlock" class="callout">
          <h2 id="unlock">{isPublic ? more.yoursTitle : texts.lockedPart}</h2>
          <UnlockForm {...unlock} />
        </section>
      )}
      <p class="hint">
        <a href={`${address}/report`}>{more.report}</a>
      </p>
    </div>
  );
};
