import type { ClockTyped } from '#client/views/clock/clock-form.tsx';
import { ClockPage, type ClockPageProps } from '#client/views/clock/clock-page.tsx';
import { currentSettings } from '#server/calendar/index.ts';
import { reckonTerm } from '#server/deadlines/index.ts';
import { today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { RULE_IDS, RULES, type RuleId, type Term } from '#shared/domain/legal-clock/rules.ts';
import { fill } from '#shared/texts/fill.ts';
import type { ClockTexts } from '#shared/texts/uk/clock.ts';
import { dateWithWeekday } from '#shared/texts/weekday.ts';
import { type ClockQuestion, readClockForm, type WrongClockFields } from './clock.form.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** The page with its HTTP status: 422 where something asked of it was wrong. */
interface ShownClock {
  page: string;
  status: 200 | 422;
}
type Answer = ClockPageProps['answer'];

const answerTo = (question: ClockQuestion): Answer => {
  const { reckoning, steps } = reckonTerm(question);
  return { reckoning, steps: steps(), today: today() };
};
/** The answer, or the date that no calendar knows. */
function ask(question: ClockQuestion): { answer: Answer; unknownDate?: string } {
  try {
    return { answer: answerTo(question) };
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'date.outside-calendar')) throw error;
    return { answer: null, unknownDate: String(error.details.date) };
  }
}
const inWords = (wrong: WrongClockFields, texts: ClockTexts): ClockPageProps['wrong'] =>
  Object.fromEntries(Object.entries(wrong).map(([field, code]) => [field, texts.errors[code]]));

/** The deadline calculator: asked by its address, answered on the same page. */
export function clockPage(visit: Visit, asked: Readonly<Partial<ClockTyped>>): ShownClock {
  const { lang } = visit;
  const { clock: texts, common } = TEXTS[lang];
  const { typed, wrong: wrongFields, question } = readClockForm(asked);
  const { answer, unknownDate } = question ? ask(question) : { answer: null };
  const wrong = unknownDate
    ? { receivedOn: fill(texts.errors.outside, { date: dateWithWeekday(lang, unknownDate) }) }
    : inWords(wrongFields, texts);
  const hasErrors = Object.keys(wrong).length > 0;
  const { values } = currentSettings();
  const terms = Object.fromEntries(RULE_IDS.map((rule) => [rule, RULES[rule].term(values)])) as Record<RuleId, Term>;
  const view = <ClockPage {...{ lang, texts, common, typed, wrong, terms, answer }} />;
  return { page: renderDocument(frameOf(visit, texts.title, hasErrors), view), status: hasErrors ? 422 : 200 };
}
