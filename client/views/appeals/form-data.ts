import type { OptionGroup } from '#client/views/forms/select.tsx';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { AppealFormTexts } from '#shared/texts/uk/appeal-form.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';

/** Whether the appeal is about a place: it decides what the form asks first, and nothing else. */
type About = 'place' | 'other';
/** The form of a new appeal as it is shown: empty, or again with what was typed and what is wrong. */
export interface AppealFormProps {
  about: About;
  categories: readonly OptionGroup[];
  departments: readonly OptionGroup[];
  /** By dotted names of `NewAppeal`, as typed. */
  values: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
  /** Why the last post was not kept, where no field is to blame. */
  trouble: keyof AppealFormTexts['troubles'] | null;
  /** Makes a repeated press of the button harmless. */
  idempotencyKey: string;
  lang: Lang;
  texts: AppealFormTexts;
  common: CommonTexts;
  cases: CaseTexts;
  problems: Readonly<Record<FieldCode, string>>;
}
/** What a section of the form needs: the words, and each field's label, value and error by its name. */
export interface SectionProps {
  form: AppealFormProps;
  /** The value as typed, and the error in words. */
  at: (name: string) => { name: string; value: string | undefined; error: string | undefined };
}
/** Looks a field up in what was typed and what was refused. */
export const fieldsOf =
  ({ values, errors, problems }: AppealFormProps): SectionProps['at'] =>
  (name) => {
    const wrong = errors.find(({ path }) => path === name);
    return { name, value: values[name], error: wrong && problems[wrong.code] };
  };
/** What the form calls each field, in the order in which it asks. */
export function labelsOf({ about, texts }: Pick<AppealFormProps, 'about' | 'texts'>): Readonly<Record<string, string>> {
  const place = { 'place.address': texts.address, 'place.description': texts.placeDescription };
  return {
    ...(about === 'place' && place),
    kind: texts.kind,
    'contested.decision': texts.decision,
    'contested.departmentId': texts.contestedDepartment,
    'contested.decidedOn': texts.decidedOn,
    'contested.learnedOn': texts.learnedOn,
    categoryCode: texts.category,
    text: texts.text,
    ...place,
    'applicant.lastName': texts.lastName,
    'applicant.firstName': texts.firstName,
    'applicant.patronymic': texts.patronymic,
    'applicant.residence': texts.residence,
    contact: texts.contactAnyOne,
    'contact.phone': texts.phone,
    'consents.sms': texts.sms,
    'contact.email': texts.email,
    'contact.landline': texts.landline,
    'contact.postal': texts.postal,
    replyBy: texts.replyBy,
    'consents.publication': texts.publication,
  };
}
