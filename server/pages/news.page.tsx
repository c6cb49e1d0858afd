import { NewsPage, type NewsPageProps } from '#client/views/news/news-page.tsx';
import { NewsStep, type NewsStepProps } from '#client/views/news/news-step.tsx';
import { catalogue } from '#server/catalogue/index.ts';
import { districts } from '#server/places/index.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { categoryOptions } from './options.ts';
import { TEXTS } from './texts.ts';

/** The form of a subscription, empty or with what was typed and refused. */
export function newsPage(visit: Visit, facts: Pick<NewsPageProps, 'caseNumber' | 'values' | 'errors'>): string {
  const { lang } = visit;
  const { news: texts, common, problems } = TEXTS[lang];
  const listed = districts().map((district) => ({ value: district.code, label: district[lang] }));
  const view = (
    <NewsPage
      {...facts}
      districts={[{ options: listed }]}
      categories={categoryOptions(catalogue().categories, lang)}
      lang={lang}
      texts={texts}
      common={common}
      problems={problems}
    />
  );
  return renderDocument(frameOf({ ...visit, path: '/news' }, texts.title, facts.errors.length > 0), view);
}
/** One of the pages around a subscription. */
export function newsStep(visit: Visit, facts: Omit<NewsStepProps, 'lang' | 'texts'>): string {
  const texts = TEXTS[visit.lang].news;
  const view = <NewsStep {...facts} lang={visit.lang} texts={texts} />;
  return renderDocument(frameOf(visit, facts.title), view, { isPrivate: true });
}
