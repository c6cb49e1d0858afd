import type { JSX } from 'preact';
import { CasePhotos, type ShownPhoto } from '#client/views/cases/case-photos.tsx';
import { ErrorSummary, type WrongField } from '#client/views/forms/error-summary.tsx';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull, momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { WorkTexts } from '#shared/texts/uk/work.ts';
import { WorkForms, type WorkFormsProps } from './work-forms.tsx';

/** What whoever holds the link sees and has just done or typed. */
export interface WorkPageProps extends WorkFormsProps {
  number: string;
  category: string;
  place: string | null;
  dueOn: string | null;
  expiresAt: string;
  /** The resolution and what the link's maker wrote, each in its own words. */
  tasks: readonly string[];
  photos: readonly ShownPhoto[];
  /** What was done by the form that led here. */
  done?: keyof WorkTexts['done'] | undefined;
  cases: CaseTexts;
  common: CommonTexts;
}
const wrongIn = ({ typed, texts }: WorkPageProps): WrongField[] =>
  typed ? [{ path: typed.field, label: texts[typed.field], message: typed.error }] : [];

/** The page of a link for an executor outside: number, topic, place, dates and the task; nothing of who appealed. */
export const WorkPage = (props: WorkPageProps): JSX.Element => {
  const { number, category, place, dueOn, expiresAt, tasks, photos, done, lang, texts, cases, common } = props;
  const facts = [
    [texts.category, category],
    [texts.place, place ?? texts.noPlace],
    [texts.dueOn, dueOn && dateInFull(lang, dueOn)],
    [texts.linkUntil, momentInFull(lang, expiresAt)],
  ] as const;
  return (
    <div class="column">
      <ErrorSummary title={common.errorSummary} errors={wrongIn(props)} />
      {done && (
        <p class="callout done" role="status" tabIndex={-1} data-focus="">
          {texts.done[done]}
        </p>
      )}
      <p class="over">{texts.over}</p>
      <h1>{fill(cases.title, { number: spacedNumber(number) })}</h1>
      <p class="hint">{texts.lead}</p>
      <section aria-labelledby="facts">
        <h2 id="facts">{texts.facts}</h2>
        <dl class="facts">
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </section>
      <section aria-labelledby="task">
        <h2 id="task">{texts.task}</h2>
        {tasks.length === 0 && <p>{texts.noTask}</p>}
        {tasks.map((task) => (
          <p key={task} class="words" lang="uk">
            {task}
          </p>
        ))}
      </section>
      <CasePhotos id="work-photos" title={texts.photos} photos={photos} alt={texts.photoAlt} />
      <WorkForms {...props} />
    </div>
  );
};
