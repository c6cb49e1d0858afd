import type { JSX } from 'preact';
import { Counted } from '#client/views/statistics/counted.tsx';
import { spacedCount } from '#shared/texts/plural.ts';
import type { ListWords } from './case-card.tsx';

/** How many of the listed cases lie in a district. */
export interface DistrictRow {
  name: string;
  count: number;
  /** The address of the same view narrowed to the district; null where no filter can say it. */
  only: string | null;
}
/** The listed cases counted by district, folded so that the cases come first; each number leads to what it counted. */
export const DistrictTable = ({
  rows,
  total,
  words: { lang, map },
}: {
  rows: readonly DistrictRow[];
  total: number;
  words: ListWords;
}): JSX.Element => (
  <details class="by-district">
    <summary>{map.byDistrict}</summary>
    <table>
      <caption class="unseen">{map.byDistrictCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{map.district}</th>
          <th scope="col">{map.count}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count, only }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{only ? <Counted count={count} href={only} lang={lang} /> : spacedCount(lang, count)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{map.sum}</th>
          <td>{spacedCount(lang, total)}</td>
        </tr>
      </tfoot>
    </table>
  </details>
);
