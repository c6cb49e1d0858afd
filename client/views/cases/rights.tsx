import type { JSX } from 'preact';
import type { AppealView } from '#shared/contract/appeals.ts';
import type { CasePageTexts } from '#shared/texts/uk/case-page.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';

/** From the first minute after the date: what the applicant can do, with the papers ready; to others, that they can. */
export const Rights = ({
  view,
  texts,
  more,
  address,
  complainTo,
}: {
  view: Pick<AppealView, 'viewer'>;
  texts: CaseTexts;
  more: CasePageTexts;
  address: string;
  complainTo: string;
}): JSX.Element =>
  view.viewer === 'public' ? (
    <p class="callout late">{more.publicOverdue}</p>
  ) : (
    <section class="callout late" aria-labelledby="rights">
      <h2 id="rights">{texts.rightsTitle}</h2>
      <p>{texts.rights}</p>
      {view.viewer === 'applicant' && (
        <>
          <p>
            <a class="button primary" href={`${address}/overdue.pdf`}>
              {more.pack}
            </a>
          </p>
          <p class="hint">{more.packHint}</p>
        </>
      )}
      <p>
        <a class="button secondary" href={complainTo}>
          {texts.rightsFile}
        </a>
      </p>
      <p class="hint">{texts.rightsLaw}</p>
    </section>
  );
