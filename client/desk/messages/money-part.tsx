import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Money } from '#shared/contract/message-budget.ts';
import type { MoneyLine } from '#shared/domain/sms-money.ts';
import { useDesk } from '../desk-context.ts';
import { BudgetDialog } from './budget-dialog.tsx';
import { MoneyCard } from './money-card.tsx';
import type { Read } from './use-read.ts';

/** The money of each line of the programme, and the form of a new amount. */
export const MoneyPart = ({ money, read }: { money: Money; read: Read<Money> }): JSX.Element => {
  const { money: texts } = useDesk().words.messages;
  const [open, setOpen] = useState<MoneyLine | null>(null);
  const [done, setDone] = useState('');
  return (
    <section class="messages-part" aria-labelledby="messages-money">
      <h3 id="messages-money">{texts.title}</h3>
      <p class="said" role="status">
        {done}
      </p>
      <ul class="money-cards">
        {money.lines.map((line) => (
          <MoneyCard
            key={line.line}
            line={line}
            budgets={money.budgets}
            today={money.today}
            change={() => {
              setDone('');
              setOpen(line.line);
            }}
          />
        ))}
      </ul>
      {open && (
        <BudgetDialog
          line={open}
          money={money}
          read={read}
          entered={(words) => {
            setOpen(null);
            setDone(words);
          }}
          closed={() => setOpen(null)}
        />
      )}
    </section>
  );
};
