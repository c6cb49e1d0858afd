import { Feed } from 'feed';
import { now } from '#server/platform/clock.ts';
import { escaped } from '#server/platform/markup.ts';
import { fill } from '#shared/texts/fill.ts';
import { petitions as texts } from '#shared/texts/uk/petitions.ts';
import type { Collector } from './petition.model.ts';
import { publishedPetitions } from './petitions.queries.ts';

const whereSigned = ({ name }: Collector): string =>
  fill(texts.collectedBy.says, { name: fill(texts.collectedBy.name, { name }) });
/** The newest published petitions as RSS 2.0; readers take titles and words for HTML, so their signs are made harmless. */
export async function petitionFeed(publicUrl: string): Promise<string> {
  const { items } = await publishedPetitions({ group: 'all', order: 'new', q: '', page: 1 });
  const feed = new Feed({
    id: `${publicUrl}/petitions`,
    link: `${publicUrl}/petitions`,
    title: texts.feed.title,
    description: texts.feed.about,
    language: 'uk',
    copyright: '',
    updated: now(),
  });
  for (const { number, title, essence, publishedAt, collectedBy } of items) {
    const link = `${publicUrl}/petitions/${number}`;
    feed.addItem({
      id: link,
      link,
      title: escaped(fill(texts.feed.item, { number: String(number), title })),
      description: escaped(collectedBy ? `${essence} ${whereSigned(collectedBy)}` : essence),
      date: publishedAt ?? now(),
    });
  }
  return feed.rss2();
}
