import type { JSX } from 'preact';
import { Icon } from '#client/views/icon.tsx';
import type { AppealView } from '#shared/contract/appeals.ts';
import { dateInFull, momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';

/** The states that a case went through, newest last, and after them what comes next by when. */
export const Timeline = ({
  view: { steps, dueOn, answeredOn },
  lang,
  texts,
}: {
  view: Pick<AppealView, 'steps' | 'dueOn' | 'answeredOn'>;
  lang: Lang;
  texts: CaseTexts;
}): JSX.Element => (
  <ol class="timeline">
    {steps.map(({ status, at }) => (
      <li key={`${status} ${at}`} class={status}>
        <Icon of={status} />
        <p>{texts.statuses[status]}</p>
        <time dateTime={at}>{momentInFull(lang, at)}</time>
      </li>
    ))}
    {!answeredOn && dueOn && (
      <li class="ahead">
        <Icon of="overdue" />
        <p>{fill(texts.nextDue, { date: dateInFull(lang, dueOn) })}</p>
      </li>
    )}
  </ol>
);
