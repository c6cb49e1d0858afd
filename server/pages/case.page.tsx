import { CasePage, type CasePageProps } from '#client/views/cases/case-page.tsx';
import { LetterLinkPage, type LetterLinkPageProps } from '#client/views/cases/letter-link-page.tsx';
import { LockedPage } from '#client/views/cases/locked-page.tsx';
import { ShortLinkPage, type ShortLinkPageProps } from '#client/views/cases/short-link-page.tsx';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit, within } from './frame.ts';
import { TEXTS } from './texts.ts';

/** What a page's caller supplies: everything but language and words. */
type Facts<Props> = Omit<Props, 'lang' | 'texts' | 'cases' | 'more' | 'notices' | 'signing'>;
const titleOf = (visit: Visit, number: string): string =>
  fill(TEXTS[visit.lang].cases.title, { number: spacedNumber(number) });

/** One case as this viewer may see it; whoever is not known as its applicant may show the code. `unlockError` is in words. */
export function casePage(
  visit: Visit,
  { unlockError, ...facts }: Facts<Omit<CasePageProps, 'unlock'>> & { unlockError?: string | undefined },
): string {
  const { cases: texts, casePage: more, caseNotices: notices, signing } = TEXTS[visit.lang];
  const { viewer, number } = facts.view;
  const isLocked = viewer === 'phone' || viewer === 'public';
  const unlock = isLocked ? { action: within(visit, `/appeals/${number}/open`), error: unlockError, texts } : undefined;
  const view = (
    <CasePage
      {...facts}
      lang={visit.lang}
      texts={texts}
      more={more}
      notices={notices}
      signing={signing}
      unlock={unlock}
    />
  );
  const hasErrors = unlockError !== undefined || facts.refused !== undefined;
  return renderDocument(frameOf(visit, titleOf(visit, number), hasErrors), view, { isPrivate: viewer !== 'public' });
}

/** The question for the access code; it is the same whether the case exists or not. */
export function lockedPage(visit: Visit, { number, error }: { number: string; error?: string | undefined }): string {
  const { cases: texts, common } = TEXTS[visit.lang];
  const action = within(visit, `/appeals/${number}/open`);
  const view = (
    <LockedPage number={number} action={action} error={error} texts={texts} errorTitle={common.errorSummary} />
  );
  return renderDocument(frameOf(visit, titleOf(visit, number), error !== undefined), view, { isPrivate: true });
}
/** What the short link of a text opens. */
export function shortLinkPage(visit: Visit, facts: Facts<ShortLinkPageProps>): string {
  const { shortLink: texts, cases } = TEXTS[visit.lang];
  const view = <ShortLinkPage {...facts} lang={visit.lang} texts={texts} cases={cases} />;
  return renderDocument(frameOf(visit, titleOf(visit, facts.view.number)), view, { isPrivate: true });
}
/** What the link of a letter opens. */
export function letterLinkPage(visit: Visit, facts: Facts<LetterLinkPageProps>): string {
  const texts = TEXTS[visit.lang].letterLink;
  const title = fill(texts.title, { number: spacedNumber(facts.number) });
  const view = <LetterLinkPage {...facts} lang={visit.lang} texts={texts} />;
  return renderDocument(frameOf(visit, title), view, { isPrivate: true });
}
