import type { JSX } from 'preact';
import { Island } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { AppealView } from '#shared/contract/appeals.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { CaseBody, type CaseBodyProps } from './case-body.tsx';
import { typedIn } from './own-words.ts';
import { UnlockForm, type UnlockFormProps } from './unlock-form.tsx';
import { WithdrawPart } from './withdraw-part.tsx';

/** One case for whoever may see it. `unlock` is there where the access code would show more. */
export interface CasePageProps extends Omit<CaseBodyProps, 'complainTo' | 'address'> {
  unlock?: UnlockFormProps | undefined;
}
/** To somebody whom the matter may concern too: to join it while it is open, or only to follow it. */
const Same = ({ view, lang, more }: Pick<CasePageProps, 'view' | 'lang' | 'more'>): JSX.Element => (
  <section aria-labelledby="same">
    <h2 id="same">{more.sameTitle}</h2>
    <ul class="ways">
      {view.dueOn && (
        <li>
          <a class="button primary" href={`${addressIn(lang, '/appeals/new')}?join=${view.number}`}>
            {more.join}
          </a>
          <p class="hint">{more.joinHint}</p>
        </li>
      )}
      <li>
        <a class="button secondary" href={`${addressIn(lang, '/news')}?case=${view.number}`}>
          {more.follow}
        </a>
        <p class="hint">{more.followHint}</p>
      </li>
    </ul>
  </section>
);
/** To whoever may hold the code but looks as everybody does: out of the way until it is wanted. */
const Folded = ({ title, ...form }: UnlockFormProps & { title: string }): JSX.Element => (
  <details class="unlock" open={form.error !== undefined}>
    <summary>{title}</summary>
    <UnlockForm {...form} />
  </details>
);
const Locked = (form: UnlockFormProps): JSX.Element => (
  <section aria-labelledby="unlock" class="callout">
    <h2 id="unlock">{form.texts.lockedPart}</h2>
    <UnlockForm {...form} />
  </section>
);
const seenBy = ({ published }: AppealView): keyof CasePageProps['more']['seen'] =>
  !published ? 'nothing' : published.text === null && published.photos.length === 0 ? 'state' : 'words';

/** The page of one case: complete as it stands, live where scripts run. */
export const CasePage = ({ unlock, ...rest }: CasePageProps): JSX.Element => {
  const { view, lang, texts, more, refused } = rest;
  const isPublic = view.viewer === 'public';
  const address = addressIn(lang, `/appeals/${view.number}`);
  const body = { ...rest, address, complainTo: `${addressIn(lang, '/appeals/new')}?about=other&kind=complaint` };
  return (
    <div class="column case">
      <p class="back">
        <a href={addressIn(lang, isPublic ? '/' : '/my')}>{isPublic ? more.back : texts.back}</a>
      </p>
      <h1>{fill(texts.title, { number: spacedNumber(view.number) })}</h1>
      <p class="topic">{[rest.names.category, rest.names.district].filter(Boolean).join(' · ')}</p>
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
      {view.details?.mayWithdraw && <WithdrawPart address={address} typed={typedIn(refused, 'withdraw')} more={more} />}
      {isPublic && <Same view={view} lang={lang} more={more} />}
      {unlock && (isPublic ? <Folded {...unlock} title={more.yoursTitle} /> : <Locked {...unlock} />)}
      <p class="hint">
        <a href={`${address}/report`}>{more.report}</a>
      </p>
    </div>
  );
};
