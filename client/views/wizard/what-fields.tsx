import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { type OptionGroup, Select } from '#client/views/forms/select.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { DangerNumbers } from '#client/views/layout.tsx';
import type { CategoryQuestion } from '#shared/contract/catalogue.ts';
import { APPEAL_KINDS } from '#shared/domain/appeal.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { WizardWhatTexts } from '#shared/texts/uk/wizard-what.ts';
import type { FieldAt } from './field-at.ts';

/** The topic that was chosen, and the way to another. */
export const ChosenTopic = ({
  name,
  change,
  texts,
}: {
  name: string;
  change: string;
  texts: WizardWhatTexts;
}): JSX.Element => (
  <p class="chosen">
    {texts.chosen}: <strong>{name}</strong> <a href={change}>{texts.change}</a>
  </p>
);

/** Who to call where a life may be in danger. A notice and never a refusal: both buttons go on. */
export const DangerNotice = ({
  notice,
  texts,
}: {
  notice: string | null;
  texts: WizardWhatTexts['danger'];
}): JSX.Element => (
  <>
    <p class="callout danger lead">
      <DangerNumbers text={texts.text} />
    </p>
    {notice && <p>{notice}</p>}
    <p>{texts.first}</p>
    <SubmitButton>{texts.called}</SubmitButton> <SubmitButton kind="quiet">{texts.none}</SubmitButton>
  </>
);

interface QuestionProps {
  question: CategoryQuestion;
  at: FieldAt;
  lang: Lang;
  texts: WizardWhatTexts['questions'];
  yes: string;
  no: string;
  optional: string;
}
const Question = ({ question, at, lang, texts, yes, no, optional }: QuestionProps): JSX.Element => {
  const field = { ...at(`answers.${question.code}`), label: question[lang], optional };
  if (question.type === 'choice' || question.type === 'yes_no') {
    const options =
      question.type === 'yes_no'
        ? [
            { value: 'yes', label: yes },
            { value: 'no', label: no },
          ]
        : question.options.map((option) => ({ value: option.code, label: option[lang] }));
    return (
      <RadioGroup {...field} choices={[...options, { value: '', label: texts.noAnswer }]} value={field.value ?? ''} />
    );
  }
  return question.type === 'number' ? (
    <Field {...field} inputMode="numeric" width="code" maxLength={9} />
  ) : (
    <Field {...field} maxLength={500} />
  );
};
/** What the category asks beside the text. */
export const CategoryQuestions = ({
  questions,
  notice,
  ...words
}: Omit<QuestionProps, 'question'> & {
  questions: readonly CategoryQuestion[];
  notice: string | null;
}): JSX.Element => (
  <>
    {notice && <p class="callout">{notice}</p>}
    {questions.map((question) => (
      <Question key={question.code} question={question} {...words} />
    ))}
  </>
);

/** What it is in law; of a complaint also whose, what and when. Where the browser can tell, that is shown for a complaint only. */
export const KindFields = ({
  at,
  departments,
  texts,
  optional,
  isComplaint,
}: {
  at: FieldAt;
  departments: readonly OptionGroup[];
  texts: WizardWhatTexts;
  optional: string;
  /** Whether something was said of a complaint already, so that nothing is hidden. */
  isComplaint: boolean;
}): JSX.Element => {
  const { kind, complaint } = texts;
  return (
    <>
      <RadioGroup
        {...at('kind')}
        label={kind.label}
        choices={APPEAL_KINDS.map((value) => ({ value, label: kind.names[value], hint: kind.hints[value] }))}
      />
      <fieldset class={isComplaint ? 'complaint' : 'complaint if-complaint'}>
        <legend>{complaint.legend}</legend>
        <Select
          {...at('contested.departmentId')}
          label={complaint.department}
          groups={departments}
          prompt={complaint.departmentPrompt}
          optional={optional}
        />
        <TextArea
          {...at('contested.decision')}
          label={complaint.decision}
          hint={complaint.decisionHint}
          rows={3}
          optional=""
        />
        {(['decidedOn', 'learnedOn'] as const).map((date) => (
          <Field
            key={date}
            {...at(`contested.${date}`)}
            label={complaint[date]}
            hint={complaint.dateHint}
            type="date"
            width="half"
            optional={optional}
          />
        ))}
      </fieldset>
    </>
  );
};
