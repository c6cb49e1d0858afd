import type { JSX } from 'preact';
import { Icon } from '#client/views/icon.tsx';
import type { LineMoney, Money } from '#shared/contract/message-budget.ts';
import { fill } from '#shared/texts/fill.ts';
import { hryvniaSum } from '#shared/texts/money.ts';
import { useDesk } from '../desk-context.ts';
import { forecastWords, lineStanding } from './line-standing.ts';
import { ShareBar } from './share-bar.tsx';

const ICONS = { enough: 'resolved', early: 'overdue', warning: 'overdue', ended: 'refused' } as const;
/** Where one line of the programme stands: what it has, what went, what is left, and when it ends. */
export const MoneyCard = ({
  line,
  budgets,
  today,
  change,
}: {
  line: LineMoney;
  budgets: Money['budgets'];
  today: string;
  change: () => void;
}): JSX.Element => {
  const { lang, words, me } = useDesk();
  const { money: texts } = words.messages;
  const sum = (kopiykas: number): string => hryvniaSum(lang, kopiykas);
  const standing = lineStanding(line);
  const forOthers = line.amount - line.reserve;
  const shareOf = (kopiykas: number): number => (forOthers > 0 ? kopiykas / forOthers : 0);
  const year = Number(today.slice(0, 4));
  const later = budgets.filter((one) => one.line === line.line && one.year > year);
  const facts = [
    [texts.spent, sum(line.spentOnOthers)],
    [texts.left, sum(line.left)],
    [texts.codes, `${sum(line.spentOnCodes)} ${fill(texts.reserve, { sum: sum(line.reserve) })}`],
  ] as const;
  return (
    <li class={`money-card ${standing}`} aria-labelledby={`money-${line.line}`}>
      <h4 id={`money-${line.line}`}>{texts.lines[line.line]}</h4>
      <p class="money-amount">
        {sum(line.amount)} <span class="muted">{fill(texts.year, { year })}</span>
      </p>
      <p class={`money-state ${standing}`}>
        <Icon of={ICONS[standing]} />
        {texts.states[standing]}
      </p>
      <p>{forecastWords(line, lang, texts)}</p>
      {forOthers > 0 && (
        <>
          <ShareBar parts={[{ name: standing, share: shareOf(forOthers - line.left) }]} mark={shareOf(line.evenPace)} />
          <p class="muted">{fill(texts.evenPace, { sum: sum(line.evenPace) })}</p>
        </>
      )}
      <dl>
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">{fill(texts.today, { spent: sum(line.spentToday), limit: sum(line.dayLimit) })}</p>
      {line.source && (
        <p class="muted" lang="uk">
          {fill(texts.source, { source: line.source })}
        </p>
      )}
      {later.map((one) => (
        <p key={one.year} class="muted">
          {fill(texts.later, { year: one.year, sum: sum(one.kopiykas) })}
        </p>
      ))}
      {me.permissions.includes('messages.manage') && (
        <p class="actions">
          <button
            type="button"
            class="button secondary"
            aria-label={fill(texts.changeThis, { line: texts.lines[line.line] })}
            onClick={change}
          >
            {texts.change}
          </button>
        </p>
      )}
    </li>
  );
};
