import type { JSX } from 'preact';
import type { AppealView } from '#shared/contract/appeals.ts';
import { legalDateIn } from '#shared/domain/legal-clock/kyiv-time.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CaseNoticeTexts } from '#shared/texts/uk/case-notices.ts';

/** What the city told the applicant beside the answer: to whom it went, why it came back, until when, what is asked. */
export const CaseNotices = ({
  notices,
  lang,
  texts,
}: {
  notices: NonNullable<AppealView['details']>['notices'];
  lang: Lang;
  texts: CaseNoticeTexts;
}): JSX.Element | null =>
  notices.length === 0 ? null : (
    <section aria-labelledby="notices">
      <h2 id="notices">{texts.title}</h2>
      {notices.map(({ verb, at, text, ground, to, until, decision }) => (
        <article key={at}>
          <h3>
            {texts.titles[verb]}
            {to && `: ${to}`}
          </h3>
          <p class="hint">{dateInFull(lang, legalDateIn(new Date(at)))}</p>
          {ground && <p>{texts.grounds[ground]}</p>}
          {decision && <p>{fill(texts.decision, { number: decision.number, date: dateInFull(lang, decision.on) })}</p>}
          {until && <p>{fill(texts.until, { date: dateInFull(lang, until) })}</p>}
          {text && (
            <div class="words" lang="uk">
              {text}
            </div>
          )}
          {texts.next[verb] && <p>{texts.next[verb]}</p>}
        </article>
      ))}
    </section>
  );
