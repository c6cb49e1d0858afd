import * as z from 'zod/mini';
import { NEWS_KINDS, type NewsKind } from '#shared/domain/news.ts';
import { email } from './fields.ts';

/** Where news are sent to. */
export const Mailbox = z.object({ email: email() });

const topic = () => z.optional(z.string().check(z.maxLength(60)));
/** What a feed is about, as its address says it; of several the first kind counts. */
export const FeedQuery = z.strictObject(
  Object.fromEntries(NEWS_KINDS.map((kind) => [kind, topic()])) as Record<NewsKind, ReturnType<typeof topic>>,
);
