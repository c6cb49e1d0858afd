import type { NamedDay, Step } from '#shared/domain/legal-clock/account.ts';
import type { Source, Term } from '#shared/domain/legal-clock/rules.ts';
import { fill } from '#shared/texts/fill.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import type { ClockTexts } from '#shared/texts/uk/clock.ts';
import { dateWithWeekday } from '#shared/texts/weekday.ts';

/** A language and the calculator's words in it. */
export interface ClockWords {
  lang: Lang;
  texts: ClockTexts;
}
/** How much time a term is: `15 календарних днів`. */
export const termInWords = ({ lang, texts }: ClockWords, { kind, amount }: Term): string =>
  plural(lang, amount, texts.terms[kind]);

const dayInWords = (lang: Lang, { date, name }: NamedDay): string =>
  name ? `${dateWithWeekday(lang, date)} (${name[lang]})` : dateWithWeekday(lang, date);

/** One step of the count as a sentence. */
export function stepInWords(words: ClockWords, step: Step): string {
  const { lang, texts } = words;
  const said = texts.steps;
  switch (step.kind) {
    case 'term':
      return fill(said[step.term.kind], { term: termInWords(words, step.term) });
    case 'rolled':
      return fill(said[step.direction], { from: dayInWords(lang, step.from), to: dateWithWeekday(lang, step.to) });
    case 'passedOver':
    case 'worked':
      return fill(said[step.kind], { days: step.days.map((day) => dayInWords(lang, day)).join('; ') });
    case 'clocksMoved':
      return step.minutes > 0 ? said.clocksForward : said.clocksBack;
    case 'atOnce':
    case 'stays':
      return said[step.kind];
    default:
      return fill(said[step.kind], { date: dateWithWeekday(lang, step.date) });
  }
}
/** The article that sets a term, as it is cited. */
export const sourceInWords = ({ texts }: ClockWords, { act, article }: Source): string =>
  fill(article ? texts.lawCite : texts.lawCiteWhole, {
    act: texts.acts[act],
    number: act,
    article: article ?? '',
  });
