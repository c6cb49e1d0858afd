import type { JSX } from 'preact';
import type { Anomalies } from '#shared/contract/petition-signatures.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';

type Hour = Anomalies['hours'][number];
/** The parts of a bar from below, and how high the bars are drawn. */
const PARTS = ['eid', 'sms', 'held'] as const;
const [WIDTH, HEIGHT] = [720, 120];
/** Those that wait are told of SMS already; a bar must not count them twice. */
const shown = ({ eid, sms, held }: Hour): Record<(typeof PARTS)[number], number> => ({ eid, sms: sms - held, held });
const all = ({ eid, sms }: Hour): number => eid + sms;

const Bars = ({ hours, most }: { hours: readonly Hour[]; most: number }): JSX.Element => {
  const step = WIDTH / hours.length;
  const scale = HEIGHT / most;
  return (
    <svg class="hours-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {hours.map((hour, i) => {
        let y = HEIGHT;
        const counts = shown(hour);
        return PARTS.map((part) => {
          const height = counts[part] * scale;
          y -= height;
          return height > 0 ? (
            <rect key={`${hour.at} ${part}`} class={part} x={i * step} y={y} width={step * 0.8} height={height} />
          ) : null;
        });
      })}
      <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} vector-effect="non-scaling-stroke" />
    </svg>
  );
};
/** Signatures hour by hour: bars with their key, the same in a sentence, and in full as a table under them. */
export const HoursChart = ({ hours }: Pick<Anomalies, 'hours'>): JSX.Element => {
  const { lang, words } = useDesk();
  const { chart: texts } = words.signatures;
  const count = (n: number): string => spacedCount(lang, n);
  const sum = (of: (hour: Hour) => number): number => hours.reduce((total, hour) => total + of(hour), 0);
  const peak = hours.reduce<Hour | null>((top, hour) => (top && all(top) >= all(hour) ? top : hour), null);
  if (!peak || all(peak) === 0) return <p class="muted">{texts.none}</p>;
  const [first, last] = [hours[0], hours.at(-1)];
  return (
    <figure class="hours">
      <Bars hours={hours} most={all(peak)} />
      <p class="hours-axis" aria-hidden="true">
        <span>{first && momentInFull(lang, first.at)}</span>
        <span>{last && momentInFull(lang, last.at)}</span>
      </p>
      <figcaption>
        <span class="hours-key">
          {PARTS.map((part) => (
            <span key={part}>
              <svg class="hours-chart key-mark" viewBox="0 0 12 12" aria-hidden="true">
                <rect class={part} width="12" height="12" />
              </svg>
              {texts[part]}
            </span>
          ))}
        </span>
        {fill(texts.says, {
          most: count(all(peak)),
          at: momentInFull(lang, peak.at),
          all: count(sum(all)),
          held: count(sum(({ held }) => held)),
        })}
      </figcaption>
      <details>
        <summary>{texts.table}</summary>
        <table class="switches">
          <caption class="unseen">{texts.title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.hour}</th>
              {PARTS.map((part) => (
                <th key={part} scope="col">
                  {texts[part]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.flatMap((hour) =>
              all(hour) === 0
                ? []
                : [
                    <tr key={hour.at}>
                      <th scope="row">{momentInFull(lang, hour.at)}</th>
                      {PARTS.map((part) => (
                        <td key={part}>{count(hour[part])}</td>
                      ))}
                    </tr>,
                  ],
            )}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
