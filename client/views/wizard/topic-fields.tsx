import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { describedBy, fieldId, HintAndError } from '#client/views/forms/parts.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { Island } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import type { WizardWhatTexts } from '#shared/texts/uk/wizard-what.ts';
import type { FieldAt } from './field-at.ts';

/** No topic is looked for by more. */
const LONGEST = 80;
/** A topic that can be chosen; `words` are what scripts look through. */
interface Topic {
  code: string;
  name: string;
  words: string;
}
/** The topics under their headings; `found` are those that answer the search, null before anything was looked for. */
export interface TopicFieldsProps {
  at: FieldAt;
  branches: readonly { code: string; name: string; topics: readonly Topic[] }[];
  found: readonly Topic[] | null;
  lang: Lang;
  texts: WizardWhatTexts;
  next: string;
}

const TopicChoice = ({ topic, id, chosen }: { topic: Topic; id: string; chosen: string | undefined }): JSX.Element => (
  <div class="choice" data-words={topic.words}>
    <input type="radio" id={id} name="categoryCode" value={topic.code} checked={topic.code === chosen} />
    <label for={id}>{topic.name}</label>
  </div>
);

/** A search for the topic, what it found, and the whole tree in folds; one choice among all of them. */
export const TopicFields = ({ at, branches, found, lang, texts, next }: TopicFieldsProps): JSX.Element => {
  const category = { ...at('categoryCode'), label: texts.category };
  const codes = new Set(found?.map(({ code }) => code));
  const rest = branches.map((branch) => ({ ...branch, topics: branch.topics.filter(({ code }) => !codes.has(code)) }));
  return (
    <>
      <Field
        {...at('ui.topic')}
        label={texts.topic}
        hint={texts.topicHint}
        type="search"
        autocomplete="off"
        enterKeyHint="search"
        maxLength={LONGEST}
        optional=""
      />
      <SubmitButton kind="secondary" name="ui.do" value="find">
        {texts.find}
      </SubmitButton>
      <fieldset
        class={category.error ? 'field topics wrong' : 'field topics'}
        id={fieldId('categoryCode')}
        tabIndex={-1}
        aria-describedby={describedBy(category)}
      >
        <legend>{texts.category}</legend>
        <HintAndError {...category} />
        <Island
          name="topic-search"
          props={{ fieldId: fieldId('ui.topic'), lang, found: texts.found, nothing: texts.nothing }}
        >
          {found && (
            <div id="found" tabIndex={-1}>
              <p class="over">
                {found.length > 0
                  ? plural(lang, found.length, texts.found)
                  : fill(texts.nothing, { q: (at('ui.topic').value ?? '').slice(0, LONGEST) })}
              </p>
              {found.map((topic) => (
                <TopicChoice key={topic.code} topic={topic} id={`topic-${topic.code}`} chosen={category.value} />
              ))}
            </div>
          )}
          {rest.map(({ code, name, topics }) =>
            topics.length === 0 ? null : (
              <details key={code} open={topics.some((topic) => topic.code === category.value)}>
                <summary>{name}</summary>
                {topics.map((topic) => (
                  <TopicChoice key={topic.code} topic={topic} id={`topic-${topic.code}`} chosen={category.value} />
                ))}
              </details>
            ),
          )}
        </Island>
      </fieldset>
      <SubmitButton name="ui.do" value="choose">
        {next}
      </SubmitButton>
    </>
  );
};
