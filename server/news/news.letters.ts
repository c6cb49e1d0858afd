import { anyCategoryOf } from '#server/catalogue/index.ts';
import { byLetter, type LetterWriter, type NotificationRules } from '#server/notifications/index.ts';
import { districtOf } from '#server/places/index.ts';
import { openContact } from '#server/platform/secrets.ts';
import { publicNews } from '#server/register/index.ts';
import type { NewsTopic } from '#shared/domain/news.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { mail } from '#shared/texts/uk/mail.ts';
import { newsLetter } from '#shared/texts/uk/news-letter.ts';
import { linkOf } from './subscription.link.ts';
import { type Subscription, SubscriptionModel } from './subscription.model.ts';
import { casesAbout } from './topic.ts';

/** Of what subscribers are told. */
export const newsRules: NotificationRules = {
  'news.asked': { email: 'news.confirm' },
  'news.gathered': { email: 'news.letter' },
};
/** A subscription is told by letter, until it ends. */
export const subscriberOf = async (id: string) =>
  (await SubscriptionModel.exists({ _id: id })) ? [byLetter('subscription', id)] : [];

/** How many cases a letter lists. */
const MOST = 20;
/** A topic as letters name it. */
export function topicName({ kind, code }: NewsTopic): string {
  const names = {
    district: () => districtOf(code)?.uk,
    category: () => anyCategoryOf(code)?.uk,
    case: () => spacedNumber(code),
  };
  return fill(newsLetter.topics[kind], { name: names[kind]() ?? code });
}

async function paragraphsOf({ about, letter }: Subscription, publicUrl: string): Promise<string[]> {
  if (!letter) return [];
  const found = await publicNews(casesAbout(about), letter, MOST);
  return found.map(({ number, status, categoryCode, text }) => {
    const title = `${anyCategoryOf(categoryCode)?.uk ?? categoryCode}: ${cases.statuses[status].toLowerCase()}`;
    const words = text && (text.length > 140 ? `${text.slice(0, 139)}…` : text);
    return [title, words, `${publicUrl}/appeals/${number}`].filter(Boolean).join('\n');
  });
}

/** Words letters to subscribers, from what is public at that very moment; null where all of it is gone by then. */
export const subscriberLetters =
  (publicUrl: string): LetterWriter =>
  async ({ recipient, template }) => {
    const found = await SubscriptionModel.findById(recipient.id).lean<Subscription>();
    if (!found) return null;
    const to = openContact(found.email, String(found._id));
    const topic = topicName(found.about);
    const link = linkOf(found);
    const {
      subject,
      paragraphs,
      link: linkWords,
    } = template === 'news.confirm' ? mail['news.confirm'] : mail['news.letter'];
    const opening = paragraphs.map((words) => fill(words, { topic }));
    if (template === 'news.confirm') {
      const url = `${publicUrl}/news/confirm/${link}`;
      return { to, subject: fill(subject, { topic }), paragraphs: opening, link: { words: linkWords, url } };
    }
    const news = await paragraphsOf(found, publicUrl);
    if (news.length === 0) return null;
    const unsubscribeUrl = `${publicUrl}/news/end/${link}`;
    const home = { words: linkWords, url: `${publicUrl}/` };
    return { to, subject: fill(subject, { topic }), paragraphs: [...opening, ...news], link: home, unsubscribeUrl };
  };
