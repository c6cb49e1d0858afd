import type { JSX } from 'preact';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import type { PetitionWords } from './petition-words.ts';

/** By how many signatures one day in Kyiv brought the count forward, and how many there were at its end. */
export interface ChartDay {
  on: string;
  signatures: number;
  total: number;
}
/** Of the drawing, in its own units; it is as wide as the page lets it. */
const [STEP, COLUMN, HEIGHT] = [10, 8, 120];
/** Fewer days than this do not fill the width, or a first day would be one large block. */
const FEWEST = 21;

/** Signatures by day as columns, and as a table. Nothing where nobody has signed yet, or on the first day, whose count stands above. */
export const SignatureChart = ({
  days,
  lang,
  texts,
}: { days: readonly ChartDay[] } & PetitionWords): JSX.Element | null => {
  const most = Math.max(0, ...days.map(({ signatures }) => signatures));
  const best = days.find(({ signatures }) => signatures === most);
  const [first, last] = [days[0], days.at(-1)];
  if (most === 0 || !best || !first || !last || days.length < 2) return null;
  const label = fill(texts.byDayChart, { most: spacedCount(lang, most), day: dateInFull(lang, best.on) });
  return (
    <section aria-labelledby="by-day">
      <h2 id="by-day">{texts.byDay}</h2>
      <div class="days" role="img" aria-label={label}>
        <p>{fill(texts.most, { most: spacedCount(lang, most) })}</p>
        <svg
          viewBox={`0 0 ${Math.max(FEWEST, days.length) * STEP} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {days.map(({ on, signatures }, i) => {
            const height = Math.max(0, (signatures / most) * HEIGHT);
            return (
              height > 0 && (
                <rect
                  key={on}
                  x={i * STEP}
                  y={(HEIGHT - height).toFixed(1)}
                  width={COLUMN}
                  height={height.toFixed(1)}
                />
              )
            );
          })}
        </svg>
        <p>
          <span>{dateInFull(lang, first.on)}</span>
          {last !== first && days.length >= FEWEST && <span>{dateInFull(lang, last.on)}</span>}
        </p>
      </div>
      <details>
        <summary>{texts.asTable}</summary>
        <table>
          <caption class="unseen">{texts.byDay}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.day}</th>
              <th scope="col">{texts.daily}</th>
              <th scope="col">{texts.total}</th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ on, signatures, total }) => (
              <tr key={on}>
                <th scope="row">{dateInFull(lang, on)}</th>
                <td>{spacedCount(lang, signatures)}</td>
                <td>{spacedCount(lang, total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
};
