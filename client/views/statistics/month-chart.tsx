import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import type { FigureRow, Words } from './counted.tsx';
import { partsOf } from './figure-bar.tsx';

/** A month's row, with its short name under the column; the year where it begins. */
export type MonthRow = FigureRow & { short: string; year: number | null };

/** Of the highest column, in pixels. */
const HEIGHT = 180;
const WIDTH = 10;
/** More digits than this do not fit over a column of a phone. */
const MOST_ON_PHONE = 9_999;

const Column = ({ figures, most }: { figures: FigureRow['figures']; most: number }): JSX.Element => {
  const whole = Math.max(1, (figures.total / most) * HEIGHT);
  let top = whole;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${whole.toFixed(1)}`}
      height={whole.toFixed(1)}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {Object.entries(partsOf(figures)).map(([part, count]) => {
        const height = (count / most) * HEIGHT;
        top -= height;
        return (
          height > 0 && <rect key={part} class={part} y={top.toFixed(1)} width={WIDTH} height={height.toFixed(1)} />
        );
      })}
    </svg>
  );
};
/** The months as columns with their numbers over them; a picture for those who hear the page, who have the table. */
export const MonthChart = ({ months, lang, texts }: { months: readonly MonthRow[] } & Words): JSX.Element => {
  const most = Math.max(1, ...months.map(({ figures }) => figures.total));
  const highest = months.find(({ figures }) => figures.total === most);
  const label = fill(texts.monthChart, { most: spacedCount(lang, most), month: highest?.name ?? '' });
  return (
    <div class={most > MOST_ON_PHONE ? 'months dense' : 'months'} role="img" aria-label={label}>
      {months.map((row) => (
        <div key={row.name} class={row === highest ? 'highest' : undefined}>
          <span>{spacedCount(lang, row.figures.total)}</span>
          <Column figures={row.figures} most={most} />
          <span>{row.short}</span>
          <span>{row.year}</span>
        </div>
      ))}
    </div>
  );
};
