import { ArticlePage } from '#client/views/pages/article-page.tsx';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** A page of plain words, the same for everybody. */
export const articlePage = (visit: Visit, name: 'accessibility' | 'privacy'): string => {
  const article = TEXTS[visit.lang][name];
  return renderDocument(frameOf(visit, article.title), <ArticlePage article={article} />);
};
