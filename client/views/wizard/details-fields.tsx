import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { BENEFITS } from '#shared/domain/appeal.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { CoApplicants, type PartProps } from './co-applicants.tsx';
import { FilesPart, type FilesPartProps } from './files-part.tsx';

/** The step as it is shown; `open` are the folds that hold something. */
export interface DetailsFieldsProps extends PartProps {
  files: Omit<FilesPartProps, 'texts'>;
  /** How many co-applicants have a block of their own. */
  people: number;
  open: Readonly<Record<'together' | 'proxy' | 'benefit', boolean>>;
  lang: Lang;
}
/** The longest text of an appeal, in UTF-16 units, as `NewAppeal` has it. */
const TEXT_MAX = 5000;

/** «За довіреністю»: who files for the applicant, and by what paper. */
const ByProxy = ({ at, texts, names, common, open }: DetailsFieldsProps): JSX.Element => (
  <details open={open.proxy}>
    <summary>{texts.proxy.title}</summary>
    <p>{texts.proxy.why}</p>
    <Field {...at('representative.lastName')} label={names.lastName} autocomplete="family-name" optional="" />
    <Field {...at('representative.firstName')} label={names.firstName} autocomplete="given-name" optional="" />
    <Field
      {...at('representative.patronymic')}
      label={names.patronymic}
      autocomplete="additional-name"
      optional={common.optional}
    />
    <TextArea
      {...at('representative.basis')}
      label={texts.proxy.basis}
      hint={texts.proxy.basisHint}
      rows={2}
      optional=""
    />
  </details>
);
/** A benefit that puts the appeal first (art. 20(3)); never demanded. */
const BenefitPart = ({ at, texts, common, open }: DetailsFieldsProps): JSX.Element => {
  const benefit = at('benefit');
  return (
    <details open={open.benefit}>
      <summary>{texts.benefit.title}</summary>
      <p>{texts.benefit.why}</p>
      <RadioGroup
        {...benefit}
        value={benefit.value ?? ''}
        label={texts.benefit.ask}
        optional={common.optional}
        choices={[
          { value: '', label: texts.benefit.none },
          ...BENEFITS.map((kind) => ({ value: kind, label: texts.benefit.kinds[kind] })),
        ]}
      />
    </details>
  );
};
/** What happened, in words and pictures; what few people need is folded away. */
export const DetailsFields = (props: DetailsFieldsProps): JSX.Element => {
  const { at, lang, texts, names, common, files, people, open } = props;
  return (
    <>
      {/* The first button of a form is the one that Enter presses: it must be the one that goes on. */}
      <button type="submit" hidden />
      <TextArea
        {...at('text')}
        label={texts.text}
        hint={[texts.textHint, names.answersInUkrainian].filter(Boolean).join(' ')}
        rows={8}
        limit={{ max: TEXT_MAX, lang, texts: common }}
      />
      <FilesPart {...files} texts={texts} />
      <CoApplicants {...props} people={people} isOpen={open.together} />
      <ByProxy {...props} />
      <BenefitPart {...props} />
    </>
  );
};
