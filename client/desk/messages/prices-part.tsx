import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Money } from '#shared/contract/message-budget.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { hryvniaSum } from '#shared/texts/money.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { PriceDialog } from './price-dialog.tsx';
import type { Read } from './use-read.ts';

const COLUMNS = ['from', 'price', 'source'] as const;
/** What one part of a text costs, from which date on, and the form of a new price. */
export const PricesPart = ({ money, read }: { money: Money; read: Read<Money> }): JSX.Element => {
  const { lang, words, me } = useDesk();
  const { prices: texts } = words.messages;
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState('');
  const present = money.prices.findLast(({ validFrom }) => validFrom <= money.today);
  return (
    <section class="messages-part" aria-labelledby="messages-prices">
      <h3 id="messages-prices">{texts.title}</h3>
      <p class="hint">{texts.lead}</p>
      <p class="said" role="status">
        {done}
      </p>
      <table class="switches prices">
        <caption class="unseen">{texts.title}</caption>
        <ColumnHeads of={COLUMNS} words={texts.columns} />
        <tbody>
          {[...money.prices].reverse().map((price) => (
            <tr key={price.validFrom}>
              <th scope="row">
                <time dateTime={price.validFrom}>{dateInFull(lang, price.validFrom)}</time>
                {price === present && <span class="muted">{texts.now}</span>}
              </th>
              <td class="whole">{hryvniaSum(lang, price.kopiykas)}</td>
              <td lang="uk">{price.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {me.permissions.includes('messages.manage') && (
        <p>
          <button
            type="button"
            class="button secondary"
            onClick={() => {
              setDone('');
              setOpen(true);
            }}
          >
            {texts.add}
          </button>
        </p>
      )}
      {isOpen && (
        <PriceDialog
          money={money}
          read={read}
          entered={(words) => {
            setOpen(false);
            setDone(words);
          }}
          closed={() => setOpen(false)}
        />
      )}
    </section>
  );
};
