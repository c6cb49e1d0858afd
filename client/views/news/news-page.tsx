import type { JSX } from 'preact';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { type OptionGroup, Select } from '#client/views/forms/select.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import type { NewsTexts } from '#shared/texts/uk/news.ts';

/** The form of a subscription; with `caseNumber` it is about that case and asks for nothing but an address. */
export interface NewsPageProps {
  caseNumber: string | null;
  districts: readonly OptionGroup[];
  categories: readonly OptionGroup[];
  values: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
  lang: Lang;
  texts: NewsTexts;
  common: CommonTexts;
  problems: Readonly<Record<FieldCode, string>>;
}
type FieldName = keyof NewsTexts['labels'];

/** Asks what to write about and where to; beside it the same news as a feed. */
export const NewsPage = (props: NewsPageProps): JSX.Element => {
  const { caseNumber, districts, categories, values, errors, lang, texts, common, problems } = props;
  const at = (name: FieldName) => {
    const error = errors.find(({ path }) => path === name);
    return { name, label: texts.labels[name], value: values[name], error: error && problems[error.code] };
  };
  const wrong = errors.map(({ path, code }) => ({
    path,
    label: texts.labels[path as FieldName] ?? path,
    message: problems[code],
  }));
  return (
    <div class="column">
      <ErrorSummary title={common.errorSummary} errors={wrong} />
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <form method="post" action={addressIn(lang, '/news')} noValidate>
        {caseNumber ? (
          <>
            <p>{fill(texts.aboutCase, { number: spacedNumber(caseNumber) })}</p>
            <input type="hidden" name="case" value={caseNumber} />
          </>
        ) : (
          <>
            <RadioGroup
              {...at('kind')}
              choices={(['district', 'category'] as const).map((value) => ({ value, label: texts.kinds[value] }))}
            />
            <Select {...at('district')} prompt={texts.districtPrompt} groups={districts} optional={common.optional} />
            <Select {...at('category')} prompt={texts.categoryPrompt} groups={categories} optional={common.optional} />
          </>
        )}
        <Field
          {...at('email')}
          hint={texts.emailHint}
          type="email"
          inputMode="email"
          autocomplete="email"
          enterKeyHint="send"
        />
        <SubmitButton>{texts.send}</SubmitButton>
      </form>
      <section aria-labelledby="rss">
        <h2 id="rss">{texts.rssTitle}</h2>
        <p>
          <a href={caseNumber ? `/news.rss?case=${caseNumber}` : '/news.rss'}>{texts.rss}</a>
        </p>
        {!caseNumber && <p class="hint">{texts.rssHint}</p>}
      </section>
    </div>
  );
};
