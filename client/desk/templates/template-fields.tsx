import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { TemplateContent } from '#shared/contract/templates.ts';
import { ANSWER_RESULTS } from '#shared/domain/appeal.ts';
import { fillTemplate, LEGAL_PARTS, missingParts, PLACEHOLDERS, TEMPLATE_USES } from '#shared/domain/templates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';

/** What the law still wants of the template, as it is typed. */
const Missing = ({ content }: { content: TemplateContent }): JSX.Element => {
  const { templates: texts } = useDesk().words;
  const missing = missingParts(content);
  return (
    <div class="template-law" role="status">
      {missing.length > 0 ? (
        <>
          <p class="hint">{texts.missing}</p>
          <ul>
            {missing.map((part) => (
              <li key={part}>
                {texts.parts[part]}{' '}
                <span class="muted">({fill(texts.article, { article: LEGAL_PARTS[part].article })})</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p class="hint">{texts.nothingMissing}</p>
      )}
    </div>
  );
};
/** Words that the case puts in, each a button that writes it where the cursor is. */
const Insert = ({ set }: { set: (name: string, value: string) => void }): JSX.Element => {
  const { templates: texts } = useDesk().words;
  const place = useRef<HTMLFieldSetElement>(null);
  const write = (word: string): void => {
    const area = place.current?.closest('form')?.elements.namedItem('text');
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.setRangeText(`{${word}}`, area.selectionStart, area.selectionEnd, 'end');
    set('text', area.value);
    area.focus();
  };
  return (
    <fieldset ref={place} class="template-insert">
      <legend>{texts.insert}</legend>
      {Object.values(PLACEHOLDERS).map((word) => (
        <button key={word} type="button" class="button quiet" onClick={() => write(word)}>
          {`{${word}}`}
        </button>
      ))}
    </fieldset>
  );
};

/** The fields of a template; `content` is what they say together. */
export const TemplateFields = ({
  values,
  errors,
  set,
  content,
}: {
  values: Values;
  errors: Readonly<Record<string, string>>;
  set: (name: string, value: string) => void;
  content: TemplateContent;
}): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { templates: texts, cases, moveFields, moves } = words;
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    value: values[name],
    error: errors[name],
    ...(hint && { hint }),
  });
  const grounds = content.use === 'returning' || content.use === 'termination' ? content.use : null;
  return (
    <>
      <Field {...field('name', texts.name, texts.nameHint)} />
      <Select
        {...field('use', texts.use)}
        prompt={texts.usePrompt}
        groups={[{ options: TEMPLATE_USES.map((value) => ({ value, label: texts.uses[value] })) }]}
      />
      {content.use === 'answer' && (
        <RadioGroup
          {...field('result', texts.result)}
          choices={ANSWER_RESULTS.map((value) => ({ value, label: cases.results[value] }))}
        />
      )}
      {grounds && (
        <RadioGroup
          {...field('ground', texts.ground)}
          choices={Object.entries(moveFields.choices[`${grounds}.ground`]).map(([value, label]) => ({ value, label }))}
        />
      )}
      <TextArea {...field('text', texts.text, texts.textHint)} rows={8} />
      <Insert set={set} />
      {content.result === 'refused' && <TextArea {...field('appealRoute', moves.form.appealRoute)} rows={3} />}
      <Missing content={content} />
      <details class="fold">
        <summary>{texts.sample}</summary>
        <p class="template-sample" lang="uk">
          {fillTemplate(content.text, texts.sampleFacts)}
        </p>
      </details>
      <Select
        {...field('categoryCode', texts.category, texts.categoryHint)}
        prompt={texts.anyCategory}
        optional=""
        groups={[
          { options: catalogue.categories.map((category) => ({ value: category.code, label: category[lang] })) },
        ]}
      />
      <Checkbox name="isActive" label={texts.isActive} isChecked={Boolean(values.isActive)} error={errors.isActive} />
    </>
  );
};
