import type { JSX } from 'preact';
import type { StatisticsFigures } from '#shared/contract/statistics.ts';
import type { Words } from './counted.tsx';

const WIDTH = 1_000;
/** The parts of a bar, one after another: finished, still open, overdue. */
const PARTS = ['done', 'open', 'late'] as const;
/** How many cases each part of a bar stands for. An answered case of which another term runs may be overdue and not open. */
export function partsOf({ total, open, overdue }: StatisticsFigures): Record<(typeof PARTS)[number], number> {
  const late = Math.min(overdue, total);
  const waiting = Math.max(0, Math.min(open, total) - late);
  return { done: total - waiting - late, open: waiting, late };
}
/** All appeals of a row as a bar, `most` being its whole length; the numbers beside it say the same. */
export const FigureBar = ({ figures, most }: { figures: StatisticsFigures; most: number }): JSX.Element => {
  const parts = partsOf(figures);
  let from = 0;
  return (
    <svg class="bar" viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
      {PARTS.map((part) => {
        const [x, width] = [from, (parts[part] / most) * WIDTH];
        from += width;
        return width > 0 && <rect key={part} class={part} x={x.toFixed(1)} width={width.toFixed(1)} height="10" />;
      })}
    </svg>
  );
};
/** What the colours of bars and columns mean. */
export const BarKey = ({ texts }: Words): JSX.Element => {
  const says = { done: texts.keyDone, open: texts.keyOpen, late: texts.keyOverdue };
  return (
    <p class="hint key">
      {texts.key}
      {PARTS.map((part) => (
        <span key={part}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect class={part} width="10" height="10" />
          </svg>
          {says[part]}
        </span>
      ))}
    </p>
  );
};
