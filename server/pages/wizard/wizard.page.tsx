import type { ComponentChildren, JSX } from 'preact';
import type { FieldAt } from '#client/views/wizard/field-at.ts';
import { SentPage } from '#client/views/wizard/sent-page.tsx';
import { WizardFrame } from '#client/views/wizard/wizard-frame.tsx';
import type { FieldError } from '#shared/domain/problems.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit, within } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import type { PageRequest } from '../visit.routes.ts';
import { countedSteps, type StepName, type StepState, stepBefore, stepPath } from './step.ts';

/** What is said of fields that were left empty, by their names. */
type Missing = Readonly<Record<string, string>>;
/** The words for one fault. */
const faultInWords = ({ path, code }: FieldError, lang: Lang, missing: Missing = {}): string =>
  (code === 'field.required' && missing[path]) || TEXTS[lang].problems[code];

/** What one step's page has of its own. */
export interface StepPage {
  name: StepName;
  /** The question, which is the page's one heading. */
  question: string;
  lead?: string | undefined;
  /** What the form calls each field that can be wrong, in the order in which it asks; the error summary uses it. */
  labels: Readonly<Record<string, string>>;
  /** What is said of a field that was left empty, where «fill in this field» says too little. */
  missing?: Missing;
  /** Where a wrong field is put right, where that is not on this page. */
  hrefOf?: (path: string) => string;
  /** The words of the one primary button; none where the page's choices are buttons themselves. */
  submit?: string | undefined;
  /** True where files are sent. */
  hasFiles?: boolean;
  /** Where «back» leads, unless to the step before. */
  back?: string;
  /** What is inside of the form. */
  children: ComponentChildren;
  /** What stands before the form, such as a notice, and after it, such as a form of its own. */
  before?: ComponentChildren;
  after?: ComponentChildren;
}

/** Says which step it is, in words; `nearby` is a question within the second. */
function stepWords({ visit }: PageRequest, name: StepName, values: StepState['values']): string {
  const steps = countedSteps(values);
  const at = steps.indexOf(name === 'nearby' ? 'what' : name) + 1;
  return fill(TEXTS[visit.lang].wizard.step, { n: Math.max(at, 1), of: steps.length });
}

/** Puts the wizard's frame around a step and makes a document of it. The title says the step, and first of all that something is wrong. */
export function stepPage(request: PageRequest, state: StepState, page: StepPage): string {
  const { visit } = request;
  const { wizard: texts, common } = TEXTS[visit.lang];
  const { values, errors, trouble } = state;
  const order = Object.keys(page.labels);
  const wrong = errors
    .map((error) => ({
      path: error.path,
      label: page.labels[error.path] ?? page.question,
      message: faultInWords(error, visit.lang, page.missing),
      href: page.hrefOf?.(error.path),
    }))
    .sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
  const before = stepBefore(page.name, values);
  const step = stepWords(request, page.name, values);
  const here = { ...visit, path: stepPath(page.name) };
  const about = values['ui.about'] === 'other' ? '?about=other' : '';
  return renderDocument(
    frameOf(here, `${page.question} · ${step}`, errors.length > 0 || trouble !== null),
    <WizardFrame
      back={within(visit, page.back ?? (before ? stepPath(before) : '/'))}
      step={step}
      question={page.question}
      lead={page.lead}
      errors={wrong}
      trouble={trouble && texts.troubles[trouble]}
      action={within(visit, `${here.path}${about}`)}
      startOver={within(visit, '/appeals/new/start-over')}
      submit={page.submit}
      hasFiles={page.hasFiles ?? false}
      before={page.before}
      after={page.after}
      texts={texts}
      summary={common.errorSummary}
    >
      {page.children}
    </WizardFrame>,
    { isPrivate: true, styles: ['client/styles/wizard.css'] },
  );
}

/** Looks fields up in what was typed and what was refused. */
export const fieldAt =
  ({ visit }: PageRequest, { values, errors }: StepState, missing?: Missing): FieldAt =>
  (name) => {
    const wrong = errors.find(({ path }) => path === name);
    return { name, value: values[name], error: wrong && faultInWords(wrong, visit.lang, missing) };
  };

/** What whoever goes back after sending is shown: the number, and a way to begin another. */
export function sentPage(visit: Visit, number: string): string {
  const texts = TEXTS[visit.lang].wizard;
  const view: JSX.Element = <SentPage number={number} lang={visit.lang} texts={texts} />;
  return renderDocument(frameOf(visit, texts.sent.title), view, { isPrivate: true });
}
