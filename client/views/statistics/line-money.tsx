import type { JSX } from 'preact';
import type { LineOfYear } from '#shared/contract/message-statistics.ts';
import type { MessageSums } from '#shared/domain/message-sums.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { hryvnias } from '#shared/texts/money.ts';
import { type Lang, spacedCount } from '#shared/texts/plural.ts';
import type { MessageStatisticsTexts } from '#shared/texts/uk/message-statistics.ts';

interface LineMoneyProps {
  year: number;
  lines: readonly (LineOfYear & { sums: MessageSums })[];
  lang: Lang;
  texts: MessageStatisticsTexts;
}
function forecastInWords({ amount, forecast }: LineOfYear, { lang, texts }: LineMoneyProps): string {
  if (amount === 0) return texts.noMoney;
  if (forecast?.isEnded) return texts.ended;
  return forecast?.endsOn ? fill(texts.endsOn, { date: dateInFull(lang, forecast.endsOn) }) : texts.enough;
}

/** What each line of the programme has for texts, spent and has left, and whether that lasts the year. */
export const LineMoney = (props: LineMoneyProps): JSX.Element => {
  const { year, lines, lang, texts } = props;
  const isWhole = lines.every(({ amount }) => amount % 100 === 0);
  const granted = (amount: number): string => (isWhole ? spacedCount(lang, amount / 100) : hryvnias(lang, amount));
  const isForeseen = lines.some(({ forecast }) => forecast);
  return (
    <section aria-labelledby="by-line">
      <h2 id="by-line">{texts.byLine}</h2>
      <table class="sums">
        <caption>{fill(texts.byLineUnit, { year })}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.line}</th>
            <th scope="col">{texts.amount}</th>
            <th scope="col">{texts.spent}</th>
            <th scope="col">{texts.left}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, amount, sums }) => (
            <tr key={line}>
              <th scope="row">{texts.lines[line]}</th>
              <td>{granted(amount)}</td>
              <td>{hryvnias(lang, sums.kopiykas)}</td>
              <td>{hryvnias(lang, amount - sums.kopiykas)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isForeseen && (
        <>
          <h3>{texts.lasts}</h3>
          <ul class="lasts">
            {lines.map((line) => (
              <li key={line.line}>
                <strong>{texts.lines[line.line]}</strong>: {forecastInWords(line, props)}
              </li>
            ))}
          </ul>
          <p class="hint">{texts.reserve}</p>
        </>
      )}
    </section>
  );
};
