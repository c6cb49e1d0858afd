import type { JSX } from 'preact';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import { ClockAnswer, type ClockAnswerProps } from './clock-answer.tsx';
import { CLOCK_FIELDS, ClockForm, type ClockFormProps } from './clock-form.tsx';
import { termInWords } from './clock-words.ts';
import { RULE_GROUPS } from './rule-groups.ts';

/** The calculator; `answer` is null until something right was asked. */
export interface ClockPageProps extends ClockFormProps {
  answer: Pick<ClockAnswerProps, 'reckoning' | 'steps' | 'today'> | null;
  common: Pick<CommonTexts, 'errorSummary'>;
}
const AllTerms = ({ terms, ...words }: ClockFormProps): JSX.Element => (
  <details>
    <summary>{words.texts.all}</summary>
    {RULE_GROUPS.map(({ group, rules }) => (
      <section key={group}>
        <h2>{words.texts.groups[group]}</h2>
        <dl class="facts">
          {rules.map((rule) => {
            const { name, from, says } = words.texts.rules[rule];
            return (
              <div key={rule}>
                <dt>
                  <a href={`${addressIn(words.lang, '/clock')}?rule=${rule}`}>{name}</a>
                </dt>
                <dd>
                  {termInWords(words, terms[rule])} {from}. {says}
                </dd>
              </div>
            );
          })}
        </dl>
      </section>
    ))}
  </details>
);

/** The deadline calculator as a page: question and answer on one, complete without scripts. */
export const ClockPage = ({ answer, common, ...form }: ClockPageProps): JSX.Element => {
  const { lang, texts, wrong } = form;
  const errors = CLOCK_FIELDS.flatMap((path) => {
    const message = wrong[path];
    return message ? [{ path, label: texts[path], message }] : [];
  });
  return (
    <div class="column">
      <ErrorSummary title={common.errorSummary} errors={errors} />
      <h1>{texts.title}</h1>
      {answer ? <ClockAnswer {...answer} lang={lang} texts={texts} /> : <p class="lead">{texts.lead}</p>}
      <ClockForm {...form} />
      <AllTerms {...form} />
    </div>
  );
};
