import type { JSX } from 'preact';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { ANSWER_RESULTS } from '#shared/domain/appeal.ts';
import type { BulkVerb } from '#shared/domain/bulk.ts';
import { TEMPLATE_FIELDS, type TemplateUse } from '#shared/domain/templates.ts';
import { useDesk } from '../desk-context.ts';
import type { Draft } from '../form/use-draft.ts';

/** The words that some of these things bring. */
const USES: Readonly<Partial<Record<BulkVerb, TemplateUse>>> = { draft: 'answer', ask: 'inquiry', interim: 'interim' };

/** The choice of a template, whose words are put into the field as they are: each case fills its own facts in. */
const TemplateChoice = ({ use, draft }: { use: TemplateUse; draft: Draft }): JSX.Element => {
  const { words, templates } = useDesk();
  const { bulk: texts } = words;
  const offered = (templates.items ?? []).filter((template) => template.isActive && template.use === use);
  const take = (form: HTMLFormElement | null, id: string): void => {
    const template = offered.find((each) => each.id === id);
    if (!template) return;
    draft.set(TEMPLATE_FIELDS[use], template.text);
    if (template.result) draft.set('answer.result', template.result);
    if (template.appealRoute) draft.set('answer.appealRoute', template.appealRoute);
    if (use === 'answer') draft.set('answer.template', `${template.id}/${template.version}`);
    const area = form?.elements.namedItem(TEMPLATE_FIELDS[use]);
    if (area instanceof HTMLTextAreaElement) area.value = template.text;
  };
  return (
    <div
      onInput={(event) => {
        event.stopPropagation();
        const select = event.target as HTMLSelectElement;
        take(select.form, select.value);
      }}
    >
      <Select
        name="ui.template"
        label={texts.template}
        prompt={texts.noTemplate}
        optional=""
        groups={[{ options: offered.map(({ id, name }) => ({ value: id, label: name })) }]}
      />
    </div>
  );
};

/** What one thing for many cases asks for: the same for all of them. */
export const BulkFields = ({
  verb,
  draft,
  errors,
}: {
  verb: BulkVerb;
  draft: Draft;
  errors: Readonly<Record<string, string>>;
}): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { bulk: texts, cases, moves, moveFields } = words;
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    value: draft.values[name],
    error: errors[name],
    ...(hint && { hint }),
  });
  const use = USES[verb];
  const category = 'reclassification.categoryCode';
  return (
    <>
      {verb === 'assign' && (
        <Select
          {...field('departmentId', moves.form.department)}
          prompt={moves.form.departmentPrompt}
          groups={[{ options: catalogue.departments.map((unit) => ({ value: unit.id, label: unit[lang] })) }]}
        />
      )}
      {verb === 'reclassify' && (
        <Select
          {...field(category, moveFields.labels[category])}
          prompt={moveFields.prompt}
          groups={[{ options: catalogue.categories.map((each) => ({ value: each.code, label: each[lang] })) }]}
        />
      )}
      {use && <TemplateChoice use={use} draft={draft} />}
      {verb === 'draft' && (
        <RadioGroup
          {...field('answer.result', moves.form.result)}
          choices={ANSWER_RESULTS.map((value) => ({ value, label: cases.results[value] }))}
        />
      )}
      {verb === 'draft' && <TextArea {...field('answer.text', moves.form.text, texts.wordsHint)} rows={7} />}
      {verb === 'draft' && draft.values['answer.result'] === 'refused' && (
        <TextArea {...field('answer.appealRoute', moves.form.appealRoute)} rows={3} />
      )}
      {verb === 'ask' && <TextArea {...field('inquiry', moveFields.labels.inquiry, texts.wordsHint)} rows={5} />}
      {verb === 'interim' && <TextArea {...field('interim', moveFields.labels.interim, texts.wordsHint)} rows={6} />}
    </>
  );
};
