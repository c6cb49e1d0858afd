import { Feed } from 'feed';
import { anyCategoryOf } from '#server/catalogue/index.ts';
import { now } from '#server/platform/clock.ts';
import { escaped } from '#server/platform/markup.ts';
import { latestPublic } from '#server/register/index.ts';
import type { NewsTopic } from '#shared/domain/news.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { newsLetter } from '#shared/texts/uk/news-letter.ts';
import { casesAbout } from './topic.ts';

const MOST = 50;

/** The newest published cases of a topic, or of the whole city, as RSS 2.0. */
export async function newsFeed(publicUrl: string, topic: NewsTopic | null): Promise<string> {
  const found = await latestPublic(casesAbout(topic), MOST);
  const feed = new Feed({
    id: publicUrl,
    link: publicUrl,
    title: newsLetter.feedTitle,
    description: newsLetter.feedAbout,
    language: 'uk',
    copyright: '',
    updated: now(),
  });
  for (const { number, status, categoryCode, receivedAt, text } of found) {
    const link = `${publicUrl}/appeals/${number}`;
    const name = anyCategoryOf(categoryCode)?.uk ?? categoryCode;
    feed.addItem({
      id: link,
      link,
      title: fill(newsLetter.item, { category: name, number: spacedNumber(number) }),
      // Readers take it for HTML; without `>` nothing ends its CDATA section either.
      description: escaped([cases.statuses[status], text].filter(Boolean).join('. ')),
      date: new Date(receivedAt),
    });
  }
  return feed.rss2();
}
