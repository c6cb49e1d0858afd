import type { JSX } from 'preact';
import type { MessageHealth } from '#shared/contract/messages.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';

/** What waits to be sent: now and since when, and later. */
export const QueuePart = ({ queue: { due, oldestSince, later } }: Pick<MessageHealth, 'queue'>): JSX.Element => {
  const { lang, words } = useDesk();
  const { queue: texts } = words.messages;
  return (
    <section class="messages-part" aria-labelledby="messages-queue">
      <h3 id="messages-queue">{texts.title}</h3>
      {due + later === 0 ? (
        <p>{texts.empty}</p>
      ) : (
        <dl class="queue-facts">
          <div>
            <dt>{texts.due}</dt>
            <dd>
              {spacedCount(lang, due)}
              {oldestSince && (
                <span class="muted">, {fill(texts.oldest, { at: momentInFull(lang, oldestSince) })}</span>
              )}
            </dd>
          </div>
          <div>
            <dt>{texts.later}</dt>
            <dd>{spacedCount(lang, later)}</dd>
          </div>
        </dl>
      )}
    </section>
  );
};
