import { ArticlePage } from '#client/views/pages/article-page.tsx';
import { reckonTerm } from '#server/deadlines/index.ts';
import { today } from '#server/platform/clock.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import type { DayRuleId } from '#shared/domain/legal-clock/rules.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { ARTICLE_TEXTS, type ArticleName } from './article.texts.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** Law 2297-VI, art. 8(2)(4): who asks for their data is answered within so many calendar days. */
const ACCESS_DAYS = 30;

/** The dates of what is filed or asked today, by their places in the texts. */
function datesOfToday(): Record<string, string> {
  const receivedOn = today();
  const due = (rule: DayRuleId) => reckonTerm({ rule, receivedOn, calendar: 'dated' }).reckoning.dueLegal;
  return {
    today: receivedOn,
    forwardBy: due('appeal.forward'),
    days15: due('appeal.days15'),
    month: due('appeal.month'),
    max45: due('appeal.max45'),
    infoBy: due('info.answer'),
    accessBy: addCalendarDays(receivedOn, ACCESS_DAYS),
  };
}

/** A page of plain words, the same for everybody on one day. */
export const articlePage = (visit: Visit, name: ArticleName): string => {
  const { lang } = visit;
  const article = ARTICLE_TEXTS[lang][name];
  const dates = Object.entries({ ...datesOfToday(), updatedOn: article.updatedOn });
  const values = Object.fromEntries(dates.map(([place, date]) => [place, dateInFull(lang, date)]));
  const view = <ArticlePage article={article} values={values} lang={lang} common={TEXTS[lang].common} />;
  return renderDocument(frameOf(visit, article.title), view, { styles: ['client/styles/article.css'] });
};
