import { ProblemPage } from '#client/views/pages/problem-page.tsx';
import { WorkPage, type WorkPageProps } from '#client/views/work/work-page.tsx';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** What a link for an executor outside opens. */
export function workPage(visit: Visit, facts: Omit<WorkPageProps, 'lang' | 'texts' | 'cases' | 'common'>): string {
  const { work: texts, cases, common } = TEXTS[visit.lang];
  const title = fill(cases.title, { number: spacedNumber(facts.number) });
  const view = <WorkPage {...facts} lang={visit.lang} texts={texts} cases={cases} common={common} />;
  return renderDocument(frameOf(visit, title, facts.typed !== undefined), view, { isPrivate: true });
}
/** In place of a link that nobody was given, or that can be used no more. */
export function deadLinkPage(visit: Visit, why: 'unknown' | 'over'): string {
  const { problemPages, work, common } = TEXTS[visit.lang];
  const [title, text] = why === 'over' ? [work.overTitle, work.isOver] : [work.unknownTitle, work.unknown];
  const frame = frameOf(visit, title, true);
  const view = <ProblemPage title={title} text={text} urgent={problemPages.urgent} lang={visit.lang} common={common} />;
  return renderDocument(frame, view, { isPrivate: true });
}
