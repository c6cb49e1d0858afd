import { ListPage, type ListPageProps } from '#client/views/petitions/list-page.tsx';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit } from '../frame.ts';
import { TEXTS } from '../texts.ts';

/** The list of published petitions. A search is kept out of search engines, and so is every page but the first. */
export function listPage(visit: Visit, facts: Omit<ListPageProps, 'lang' | 'texts'>): string {
  const { petitions: texts } = TEXTS[visit.lang];
  const { q, page } = facts.asked;
  const view = <ListPage {...facts} lang={visit.lang} texts={texts} />;
  return renderDocument(frameOf({ ...visit, path: '/petitions' }, texts.title, facts.isTooLong), view, {
    styles: ['client/styles/petitions.css'],
    description: texts.lead,
    head: <link rel="alternate" type="application/rss+xml" title={texts.feed.title} href="/petitions.rss" />,
    ...((q || page > 1) && { isPrivate: true }),
  });
}
