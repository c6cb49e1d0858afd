import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { percents, SIDES } from './percents.ts';
import { put } from './rectangles.ts';
import type { Redacting } from './use-redaction.ts';

/** The rectangles in numbers, for whoever would rather write than drag. */
export const RectangleList = ({ redacting }: { redacting: Redacting }): JSX.Element => {
  const { redaction: texts } = useDesk().words.files;
  const { now, change, remove, choose } = redacting;
  if (now.rectangles.length === 0) return <p class="muted">{texts.listNone}</p>;
  return (
    <table class="rectangles">
      <thead>
        <tr>
          <td />
          {SIDES.map((side) => (
            <th key={side} scope="col">
              {texts.sides[side]}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {now.rectangles.map((one, place) => {
          const n = place + 1;
          const shares = percents(one);
          return (
            <tr key={place} class={now.chosen === place ? 'chosen' : ''}>
              <th scope="row">
                <span class="unseen">{fill(texts.one, { n })}</span>
                <span aria-hidden="true">{n}</span>
              </th>
              {SIDES.map((side) => (
                <td key={side}>
                  <input
                    type="number"
                    min={side === 'width' || side === 'height' ? 1 : 0}
                    max={100}
                    step={1}
                    value={shares[side]}
                    aria-label={fill(texts.side, { n, side: texts.sides[side] })}
                    onFocus={() => choose(place)}
                    onChange={({ currentTarget: { valueAsNumber } }) => {
                      if (!Number.isNaN(valueAsNumber))
                        change(place, put(one, side, valueAsNumber / 100), `${side} ${place}`);
                    }}
                  />
                </td>
              ))}
              <td>
                <button
                  type="button"
                  class="link"
                  aria-label={fill(texts.removeThis, { n })}
                  onClick={() => remove(place)}
                >
                  {texts.remove}
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
