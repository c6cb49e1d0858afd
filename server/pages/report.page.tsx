import { ReportPage, type ReportPageProps } from '#client/views/cases/report-page.tsx';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit, within } from './frame.ts';
import { TEXTS } from './texts.ts';

/** The form of a report on what is shown of a case, or the thanks for one. */
export function reportPage(
  visit: Visit,
  facts: Pick<ReportPageProps, 'number' | 'values' | 'errors' | 'isSent'>,
): string {
  const { report: texts, common, problems } = TEXTS[visit.lang];
  const action = within(visit, `/appeals/${facts.number}/report`);
  const view = (
    <ReportPage {...facts} action={action} lang={visit.lang} texts={texts} common={common} problems={problems} />
  );
  return renderDocument(frameOf(visit, texts.title, facts.errors.length > 0), view, { isPrivate: true });
}
