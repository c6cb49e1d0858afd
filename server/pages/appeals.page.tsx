import { AppealForm } from '#client/views/appeals/appeal-form.tsx';
import type { AppealFormProps } from '#client/views/appeals/form-data.ts';
import { ReceivedPage, type ReceivedPageProps } from '#client/views/appeals/received-page.tsx';
import { CasePage, type CasePageProps } from '#client/views/cases/case-page.tsx';
import { LockedPage } from '#client/views/cases/locked-page.tsx';
import { ShortLinkPage, type ShortLinkPageProps } from '#client/views/cases/short-link-page.tsx';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit, within } from './frame.ts';
import { TEXTS } from './texts.ts';

/** What a page's caller supplies: everything but language and words. */
type Facts<Props> = Omit<Props, 'lang' | 'texts' | 'common' | 'cases' | 'problems' | 'categories' | 'departments'>;

/** The form of a new appeal, empty or with what was typed and refused. */
export function appealFormPage(
  visit: Visit,
  facts: Facts<AppealFormProps> & Pick<AppealFormProps, 'categories' | 'departments'>,
): string {
  const { appealForm: texts, common, cases, problems } = TEXTS[visit.lang];
  const hasErrors = facts.errors.length > 0 || facts.trouble !== null;
  const title = facts.about === 'place' ? texts.titlePlace : texts.title;
  return renderDocument(
    frameOf(visit, title, hasErrors),
    <AppealForm {...facts} lang={visit.lang} texts={texts} common={common} cases={cases} problems={problems} />,
  );
}
/** The receipt, for the session that filed. */
export function receivedPage(visit: Visit, facts: Facts<ReceivedPageProps>): string {
  const { appealForm: texts, cases } = TEXTS[visit.lang];
  const view = <ReceivedPage {...facts} lang={visit.lang} texts={texts} cases={cases} />;
  return renderDocument(frameOf(visit, texts.received.title), view, { isPrivate: true });
}
const titleOf = (visit: Visit, number: string): string =>
  fill(TEXTS[visit.lang].cases.title, { number: spacedNumber(number) });

/** One case, whole or, without its code, its state alone. `unlockError` is in words. */
export function casePage(
  visit: Visit,
  {
    isLocked,
    unlockError,
    ...facts
  }: Facts<Omit<CasePageProps, 'unlock'>> & { isLocked: boolean; unlockError?: string | undefined },
): string {
  const texts = TEXTS[visit.lang].cases;
  const action = within(visit, `/appeals/${facts.view.number}/open`);
  const view = (
    <CasePage
      {...facts}
      lang={visit.lang}
      texts={texts}
      {...(isLocked && { unlock: { action, error: unlockError, texts } })}
    />
  );
  const frame = frameOf(visit, titleOf(visit, facts.view.number), unlockError !== undefined);
  return renderDocument(frame, view, { isPrivate: true });
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
