import type { NewsKind } from '#shared/domain/news.ts';

/** What letters and feeds say; in Ukrainian alone. */
export const newsLetter = {
  topics: {
    district: 'про район {name}',
    category: 'про тему «{name}»',
    case: 'про звернення {name}',
  } satisfies Record<NewsKind, string>,
  feedTitle: 'Оприлюднені звернення міста',
  feedAbout: 'Нові оприлюднені звернення громадян та їхній стан',
  item: '{category}: звернення {number}',
};
