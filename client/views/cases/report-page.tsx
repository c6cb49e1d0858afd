import type { JSX } from 'preact';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { REPORT_KINDS } from '#shared/contract/moderation.ts';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { ReportTexts } from '#shared/texts/uk/report.ts';

/** The form of a report, with what was typed and refused, or the thanks for one. */
export interface ReportPageProps {
  number: string;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
  isSent: boolean;
  action: string;
  lang: Lang;
  texts: ReportTexts;
  common: CommonTexts;
  problems: Readonly<Record<FieldCode, string>>;
}
type FieldName = keyof ReportTexts['labels'];

/** Asks what is wrong with what is shown of a case, and for a way to answer, which may be left out. */
export const ReportPage = (props: ReportPageProps): JSX.Element => {
  const { number, values, errors, isSent, action, lang, texts, common, problems } = props;
  const errorOf = (name: FieldName): string | undefined => {
    const error = errors.find(({ path }) => path === name);
    return error && problems[error.code];
  };
  const wrong = errors.flatMap(({ path, code }) =>
    path in texts.labels ? [{ path, label: texts.labels[path as FieldName], message: problems[code] }] : [],
  );
  const back = addressIn(lang, `/appeals/${number}`);
  return (
    <div class="column">
      <p class="back">
        <a href={back}>{fill(texts.back, { number: spacedNumber(number) })}</a>
      </p>
      <ErrorSummary title={common.errorSummary} errors={wrong} />
      <h1>{texts.title}</h1>
      {isSent ? (
        <p class="callout done" role="status" tabIndex={-1} data-focus="">
          {texts.sent}
        </p>
      ) : (
        <form method="post" action={action} noValidate>
          <p>{texts.lead}</p>
          <RadioGroup
            name="kind"
            label={texts.labels.kind}
            choices={REPORT_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
            value={values.kind}
            error={errorOf('kind')}
          />
          <TextArea
            name="text"
            label={texts.labels.text}
            hint={texts.textHint}
            value={values.text}
            error={errorOf('text')}
          />
          <Field
            name="contact"
            label={texts.labels.contact}
            hint={texts.contactHint}
            optional={common.optional}
            value={values.contact}
            error={errorOf('contact')}
            autocomplete="email"
            enterKeyHint="send"
          />
          <SubmitButton>{texts.send}</SubmitButton>
        </form>
      )}
    </div>
  );
};
