import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { readMoney } from '#shared/contract/message-budget.ts';
import { readMessageHealth } from '#shared/contract/messages.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { PageHead } from '../page-head.tsx';
import { HealthPart } from './health-part.tsx';
import { MoneyPart } from './money-part.tsx';
import { PricesPart } from './prices-part.tsx';
import { QueuePart } from './queue-part.tsx';
import { ReadFrame } from './read-frame.tsx';
import { useRead } from './use-read.ts';
import { WrongPart } from './wrong-part.tsx';

/** The messages of the city, for whoever looks after them: their money, how they fare, and those that did not arrive. */
export const MessagesPage = (): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { messages: texts } = words;
  const money = useRead(useCallback(() => ask(readMoney, {}), [ask]));
  const health = useRead(useCallback(() => ask(readMessageHealth, {}), [ask]));
  /** Counts how often the page was asked for anew: the list begins anew with it. */
  const [turn, setTurn] = useState(0);
  const refresh = (): void => {
    money.again();
    health.again();
    setTurn((now) => now + 1);
  };
  const isLoading = money.isLoading || health.isLoading;
  return (
    <section class="intake publicity staff messages" aria-labelledby="messages-title" aria-busy={isLoading}>
      <PageHead id="messages-title" title={texts.title} lead={texts.lead}>
        <p class="messages-as-of">
          <span role="status">{health.value && fill(texts.asOf, { at: momentInFull(lang, health.value.at) })}</span>
          <button type="button" class="button secondary" aria-busy={isLoading} onClick={refresh}>
            {texts.refresh}
          </button>
        </p>
      </PageHead>
      <ReadFrame of={money}>
        {money.value && (
          <>
            <MoneyPart money={money.value} read={money} />
            <PricesPart money={money.value} read={money} />
          </>
        )}
      </ReadFrame>
      <ReadFrame of={health}>
        {health.value && (
          <>
            <QueuePart queue={health.value.queue} />
            <HealthPart health={health.value} />
          </>
        )}
      </ReadFrame>
      <WrongPart key={turn} pricePerPart={money.value?.pricePerPart ?? null} changed={health.again} />
    </section>
  );
};
