import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import type { DeliveryChannel, DeliveryState } from '#shared/domain/delivery.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dayInFull, momentInFull, timeOfDay } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import type { MyMessagesTexts } from '#shared/texts/uk/my-messages.ts';

/** One message as its addressee sees it; instants as ISO strings. */
export interface OwnMessageView {
  number: string;
  channel: DeliveryChannel;
  template: string;
  state: DeliveryState;
  /** Why it is so: a code of the ledger. */
  cause: string;
  /** When it was called for, when it came to this state, and before when it is not sent. */
  at: string;
  since: string;
  notBefore: string;
}
/** A page of one's own messages, newest first. */
export interface MessageListProps {
  items: readonly OwnMessageView[];
  total: number;
  page: number;
  pages: number;
  lang: Lang;
  texts: MyMessagesTexts;
}
/** An instant after another one: the hour alone where the day is the same. */
function after(lang: Lang, first: string, at: string): string {
  const day = (moment: string): string => dayInFull(lang, new Date(moment));
  return day(first) === day(at) ? timeOfDay(at) : momentInFull(lang, at);
}
/** How a message fares, in plain words. */
function fareOf({ state, channel, cause, at, since, notBefore }: OwnMessageView, lang: Lang, texts: MyMessagesTexts) {
  const when = after(lang, at, state === 'planned' ? notBefore : since);
  const why = state === 'suppressed' && texts.why[cause]?.[channel];
  return fill(texts.fares[state], { at: when }) + (why ? `: ${why}` : '');
}

/** What went to somebody: when, about what, by what way and how it fared; never its words. */
export const MessageList = ({ items, total, page, pages, lang, texts }: MessageListProps): JSX.Element => {
  const at = (to: number): string => addressIn(lang, to === 1 ? '/my/messages' : `/my/messages?page=${to}`);
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{texts.sent}</h2>
      {items.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <>
          <p>
            {plural(lang, total, texts.total)}. {texts.sentWhy}
          </p>
          <ol class="cards">
            {items.map((item) => (
              <li key={`${item.number} ${item.template} ${item.channel} ${item.at}`} class="card">
                <p>
                  <a href={addressIn(lang, `/appeals/${item.number}`)}>
                    {fill(texts.one, { number: spacedNumber(item.number) })}
                  </a>
                  : {texts.about[item.template] ?? texts.about.other}
                </p>
                <p class="hint">
                  <time dateTime={item.at}>{momentInFull(lang, item.at)}</time>, {texts.ways[item.channel]}:{' '}
                  <strong>{fareOf(item, lang, texts)}</strong>
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
      {pages > 1 && (
        <nav class="actions" aria-label={texts.pages}>
          {page > 1 && (
            <a class="button secondary" rel="prev" href={at(page - 1)}>
              {texts.newer}
            </a>
          )}
          {page < pages && (
            <a class="button secondary" rel="next" href={at(page + 1)}>
              {texts.older}
            </a>
          )}
        </nav>
      )}
    </section>
  );
};
