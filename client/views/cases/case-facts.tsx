import type { JSX } from 'preact';
import type { AppealView } from '#shared/contract/appeals.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import type { CasePageTexts } from '#shared/texts/uk/case-page.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';

/** What the reference data says of a case: names in the page's language. */
export interface CaseNames {
  category: string;
  district: string | null;
  /** What was answered to the category's questions, in words. */
  answers: readonly (readonly [question: string, answer: string])[];
}
/** The facts of a case as names and values; only those that this viewer may know. */
export const CaseFacts = ({
  view,
  names,
  lang,
  texts,
  more,
}: {
  view: AppealView;
  names: CaseNames;
  lang: Lang;
  texts: CaseTexts;
  more: CasePageTexts;
}): JSX.Element => {
  const { details, published } = view;
  const own = [details?.place.address, details?.place.description].filter((words) => words != null);
  const shown = [published?.address].filter((words) => words != null);
  const places = details ? (own.length > 0 || names.district ? own : [texts.noPlace]) : shown;
  const facts: (readonly [string, readonly string[]])[] = [
    [texts.kind, view.kind ? [texts.kinds[view.kind]] : []],
    [texts.category, [names.category]],
    [texts.receivedAt, [momentInFull(lang, view.receivedAt)]],
    [texts.department, [view.department ?? texts.departmentUnknown]],
    [texts.place, places],
    [more.district, names.district ? [names.district] : []],
    [more.applicantsName, view.applicants > 1 ? [plural(lang, view.applicants, more.applicants)] : []],
    ...names.answers.map(([question, answer]) => [question, [answer]] as const),
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{texts.details}</h2>
      <dl class="facts">
        {facts
          .filter(([, values]) => values.length > 0)
          .map(([name, values]) => (
            <div key={name}>
              <dt>{name}</dt>
              {values.map((value) => (
                <dd key={value}>{value}</dd>
              ))}
            </div>
          ))}
      </dl>
    </section>
  );
};
