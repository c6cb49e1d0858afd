import type { CourseStep } from '#client/views/petitions/course.tsx';
import { isOpenOn, type Petition } from '#server/petitions/index.ts';
import { legalDateOf, today } from '#server/platform/clock.ts';
import type { AppealOfPetition } from '#shared/contract/petitions.ts';
import type { DayRuleId } from '#shared/domain/legal-clock/rules.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { TEXTS } from '../texts.ts';
import { signaturesWords, termOf } from './law-words.ts';

type Words = Readonly<Record<string, string>>;
/** Makes steps in one language; dates in words are given as dates of law. */
function stepsIn(lang: Lang) {
  const { steps } = TEXTS[lang].petitions;
  const step =
    (state: CourseStep['state']) =>
    (name: keyof typeof steps, on: string | null = null, words: Words = {}): CourseStep => ({
      state,
      words: fill(steps[name], words),
      on,
    });
  return {
    done: step('done'),
    turned: step('turned'),
    now: step('now'),
    ahead: step('ahead'),
    date: (on: string) => dateInFull(lang, on),
  };
}
/** The day on which the term of that rule began, where it did. */
const beganOn = ({ clocks }: Petition, rule: DayRuleId): string | null =>
  clocks.findLast((clock) => clock.rule === rule)?.startedOn ?? null;

/** What is still to come once the council is asked, as far as it has not come yet. */
function ahead(lang: Lang, from: 'review' | 'answer'): CourseStep[] {
  const { ahead: step } = stepsIn(lang);
  const answer = step('answerIf', null, { term: termOf(lang, 'petition.answerPublish') });
  return from === 'answer' ? [answer] : [step('reviewIf', null, { term: termOf(lang, 'petition.review') }), answer];
}
/** The steps of a petition that collects signatures. */
function collecting(found: Petition, lang: Lang): CourseStep[] {
  const { now, ahead: step, date } = stepsIn(lang);
  const { endsOn, threshold } = found;
  const words = {
    threshold: signaturesWords(lang, threshold ?? 0),
    term: termOf(lang, 'petition.reviewNotice'),
  };
  return [
    now('collects', null, { date: date(endsOn ?? '') }),
    step('noticeIf', null, words),
    ...ahead(lang, 'review'),
    step('otherwise'),
  ];
}
/** How signatures came to be there: gathered here, or on the site of an association that sent them. */
function gatheredBy({ reachedAt, collectedBy }: Petition, lang: Lang): CourseStep[] {
  const { done } = stepsIn(lang);
  if (!collectedBy) return [done('gathered', reachedAt && legalDateOf(reachedAt))];
  const { course } = TEXTS[lang].petitions.collectedBy;
  const step = (words: string, on: string): CourseStep => ({ state: 'done', words, on });
  return [
    step(fill(course.began, { name: collectedBy.name }), collectedBy.startedOn),
    step(course.sent, collectedBy.sentOn),
    step(course.received, collectedBy.receivedOn),
  ];
}
/** The steps of one that the council considers, or has answered. */
function considered(found: Petition, lang: Lang): CourseStep[] {
  const { done, now, date } = stepsIn(lang);
  const { status, reviewedOn, hearingOn, dueOn, answer } = found;
  const due = { date: dueOn ? date(dueOn) : '' };
  if (status === 'threshold_reached') return [now('noticeBy', null, due), ...ahead(lang, 'review')];
  const announced = done('announced', beganOn(found, 'petition.review'));
  const reviewed = done('reviewed', reviewedOn);
  if (answer) return [announced, reviewed, done('answered', legalDateOf(answer.at))];
  if (reviewedOn) return [announced, reviewed, now('answerBy', null, due)];
  const review = hearingOn
    ? now('reviewByHearing', null, { ...due, hearing: date(hearingOn) })
    : now('reviewBy', null, due);
  return [announced, review, ...ahead(lang, 'answer')];
}
/** The steps of one that did not gather enough, as far as everybody may see the appeal that it became. */
function asAppeal({ endsOn }: Petition, appeal: AppealOfPetition | null, lang: Lang): CourseStep[] {
  const { done, turned, now, date } = stepsIn(lang);
  const failed = turned('failed', endsOn);
  if (appeal?.answeredOn) return [failed, done('appealAnswered', appeal.answeredOn)];
  return appeal?.dueOn ? [failed, now('appealBy', null, { date: date(appeal.dueOn) })] : [failed];
}
/** The way of a published petition by law (Law 393/96-ВР, art. 23-1): what was done and when, what is under way, what lies ahead. */
export function courseOf(found: Petition, appeal: AppealOfPetition | null, lang: Lang): CourseStep[] {
  const { done, now, date } = stepsIn(lang);
  const { status, publishedAt, endsOn, reachedAt, collectedBy } = found;
  const published = done('published', publishedAt && legalDateOf(publishedAt));
  if (status === 'collecting') return [published, ...collecting(found, lang)];
  const gathered = gatheredBy(found, lang);
  if (collectedBy) return [...gathered, published, ...considered(found, lang)];
  if (!reachedAt) return [published, ...asAppeal(found, appeal, lang)];
  const isOpen = isOpenOn(found, today());
  const still = isOpen && endsOn ? [now('collects', null, { date: date(endsOn) })] : [];
  return [published, ...still, ...gathered, ...considered(found, lang)];
}
