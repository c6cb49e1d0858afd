/** Local news: letters to those who asked for them, and feeds, of what is public alone. The only door into this folder. */

export { sendNewsLetters } from './commands/send-letters.ts';
export { confirmSubscription, endSubscription } from './commands/settle.ts';
export { subscribe } from './commands/subscribe.ts';
export { newsFeed } from './feed.ts';
export { newsRules, subscriberLetters, subscriberOf, topicName } from './news.letters.ts';
export { byLink } from './subscription.link.ts';
