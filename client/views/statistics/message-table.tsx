import type { JSX } from 'preact';
import type { MessageSums } from '#shared/domain/message-sums.ts';
import { hryvnias } from '#shared/texts/money.ts';
import { type Lang, spacedCount } from '#shared/texts/plural.ts';
import type { MessageStatisticsTexts } from '#shared/texts/uk/message-statistics.ts';

/** Texts by month or by kind, a row each. */
interface MessageTableProps {
  caption: string;
  /** What a row is. */
  head: string;
  /** `barOf` gives a row a bar, of which this many texts are the whole length. */
  rows: readonly { name: string; sums: MessageSums; barOf?: number }[];
  total: MessageSums;
  lang: Lang;
  texts: MessageStatisticsTexts;
}
/** All texts as a pale bar, those delivered as the coloured part of it; the numbers beside it say the same. */
const Bar = ({ sums, of }: { sums: MessageSums; of: number }): JSX.Element => (
  <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="sent" width={Math.round((sums.texts / of) * 1_000)} height="10" />
    <rect class="arrived" width={Math.round((sums.delivered / of) * 1_000)} height="10" />
  </svg>
);
const Numbers = ({ sums, lang }: { sums: MessageSums; lang: Lang }): JSX.Element => (
  <>
    <td>{spacedCount(lang, sums.texts)}</td>
    <td>{spacedCount(lang, sums.delivered)}</td>
    <td>{hryvnias(lang, sums.kopiykas)}</td>
  </>
);

/** How many texts were sent and delivered, and what they cost, by row; the sums below. */
export const MessageTable = ({ caption, head, rows, total, lang, texts }: MessageTableProps): JSX.Element => (
  <table class="sums">
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{head}</th>
        <th scope="col">{texts.sent}</th>
        <th scope="col">{texts.delivered}</th>
        <th scope="col">{texts.price}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, sums, barOf }) => (
        <tr key={name}>
          <th scope="row">
            {name}
            {barOf !== undefined && <Bar sums={sums} of={barOf} />}
          </th>
          <Numbers sums={sums} lang={lang} />
        </tr>
      ))}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">{texts.whole}</th>
        <Numbers sums={total} lang={lang} />
      </tr>
    </tfoot>
  </table>
);
