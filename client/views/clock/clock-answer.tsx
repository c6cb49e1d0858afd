import type { JSX } from 'preact';
import type { Step } from '#shared/domain/legal-clock/account.ts';
import { inKyiv } from '#shared/domain/legal-clock/kyiv-time.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { DayReckoning, HourReckoning } from '#shared/domain/legal-clock/reckon.ts';
import { RULES } from '#shared/domain/legal-clock/rules.ts';
import { daysBetween } from '#shared/texts/dates.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import { dateWithWeekday } from '#shared/texts/weekday.ts';
import { type ClockWords, sourceInWords, stepInWords } from './clock-words.ts';

/** A term reckoned, the steps by which it was, and the date in Kyiv on which somebody looks at it. */
export interface ClockAnswerProps extends ClockWords {
  reckoning: DayReckoning | HourReckoning;
  steps: readonly Step[];
  today: LegalDate;
}
type Fact = readonly [label: string, value: string];

function restInWords({ lang, texts }: ClockWords, due: LegalDate, today: LegalDate): string {
  const left = daysBetween(today, due);
  return left > 0 ? plural(lang, left, texts.left) : left === 0 ? texts.today : texts.passed;
}
/** Day and time by the clocks of Kyiv, from a moment as they show it. */
const localInWords = (lang: Lang, local: string): string =>
  `${dateWithWeekday(lang, local.slice(0, 10))}, ${local.slice(11, 16)}`;
const factsOf = ({ lang, texts }: ClockWords, reckoning: DayReckoning | HourReckoning): Fact[] => {
  if ('receivedAt' in reckoning) return [[texts.start, localInWords(lang, inKyiv(new Date(reckoning.receivedAt)))]];
  const { receivedOn, dueRaw, dueLegal, dueInternal } = reckoning;
  const dates: Fact[] = [
    [texts.start, receivedOn],
    [texts.dueRaw, dueRaw],
    [texts.dueLegal, dueLegal],
    [texts.dueInternal, dueInternal],
  ];
  return dates.map(([label, date]) => [label, dateWithWeekday(lang, date)]);
};

/** The answer: the last day first, then the dates, the way they were counted, and the law in a fold. */
export const ClockAnswer = ({ reckoning, steps, today, ...words }: ClockAnswerProps): JSX.Element => {
  const { lang, texts } = words;
  const { name, from, says } = texts.rules[reckoning.rule];
  const isHours = 'receivedAt' in reckoning;
  const dueOn = isHours ? reckoning.dueLocal.slice(0, 10) : reckoning.dueLegal;
  return (
    <section class="receipt" aria-labelledby="answer">
      <h2 id="answer">{name}</h2>
      <p>{isHours ? texts.lastMoment : texts.lastDay}</p>
      <p class="last-day">
        {isHours ? localInWords(lang, reckoning.dueLocal) : dateWithWeekday(lang, reckoning.dueLegal)}
      </p>
      <p class="due">{restInWords(words, dueOn, today)}</p>
      <p>{says}</p>
      <dl class="facts">
        {factsOf(words, reckoning).map(([label, value]) => (
          <div key={label}>
            <dt>{label === texts.start ? `${label}: ${from}` : label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{texts.how}</h3>
      <ol class="plain-steps">
        {steps.map((step) => (
          <li key={step.kind}>{stepInWords(words, step)}</li>
        ))}
      </ol>
      <details class="law">
        <summary>{texts.law}</summary>
        <p>{sourceInWords(words, RULES[reckoning.rule].source)}</p>
        <p>{texts.lawCount}</p>
        <p>{texts.lawMartial}</p>
      </details>
    </section>
  );
};
