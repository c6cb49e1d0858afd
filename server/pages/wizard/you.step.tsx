import { YouFields } from '#client/views/wizard/you-fields.tsx';
import { caseById, isPublic } from '#server/register/index.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { type PageTexts, TEXTS } from '../texts.ts';
import type { PageRequest } from '../visit.routes.ts';
import { joiningFaults } from './joining.ts';
import { faultsUnder } from './reading.ts';
import { type Posted, type Step, type StepState, stepAfter, stepPath } from './step.ts';
import { fieldAt, stepPage } from './wizard.page.tsx';

const PART = ['applicant', 'contact', 'helperPhone', 'replyBy', 'consents'];

/** What the step calls its fields, in the order in which it asks. */
export const youLabels = ({ appealForm: names, wizardYou: texts }: PageTexts): Readonly<Record<string, string>> => ({
  'applicant.lastName': names.lastName,
  'applicant.firstName': names.firstName,
  'applicant.patronymic': names.patronymic,
  'applicant.residence': names.residence,
  contact: names.contactAnyOne,
  'contact.phone': names.phone,
  'contact.email': names.email,
  'contact.landline': names.landline,
  'contact.postal': names.postal,
  helperPhone: texts.helperPhone,
  replyBy: names.replyBy,
  'consents.sms': names.sms,
  'consents.publication': names.publication,
});

/** The line that says to which appeal somebody joins; none while the store is away. */
async function joiningLine(caseId: string | undefined, { trouble }: StepState, words: PageTexts): Promise<string> {
  const found = caseId && trouble !== 'unavailable' ? await caseById(caseId) : null;
  const number = found && isPublic(found) ? found.number : null; // an id alone tells nothing of what is not public
  return number ? `${fill(words.wizardYou.joining, { number: spacedNumber(number) })} ` : '';
}
async function draw(request: PageRequest, state: StepState): Promise<string> {
  const { lang } = request.visit;
  const words = TEXTS[lang];
  const { values } = state;
  const caseId = values['ui.join'];
  return stepPage(request, state, {
    name: 'you',
    question: words.wizardYou.question,
    lead: `${await joiningLine(caseId, state, words)}${words.wizardYou.lead}`,
    labels: youLabels(words),
    submit: words.wizard.next,
    children: (
      <YouFields
        at={fieldAt(request, state)}
        join={caseId ?? ''}
        isByProxy={!caseId && Object.keys(values).some((name) => name.startsWith('representative.'))}
        lang={lang}
        texts={words.wizardYou}
        names={words.appealForm}
        common={words.common}
      />
    ),
  });
}

/** «Написати власне звернення» leaves the other's appeal alone; what was typed here stays. */
function read({ form }: PageRequest): Posted {
  if (form.do !== 'own') return { form };
  const { 'ui.join': _, ...rest } = form;
  return { form: rest, stay: stepPath('details') };
}

/** Who appeals or joins, how to reach them and how to answer. */
export const youStep: Step = {
  name: 'you',
  fields: ['applicant.', 'contact.', 'helperPhone', 'replyBy', 'consents.', 'ui.join'],
  read,
  draw,
  check: (values) => (values['ui.join'] ? joiningFaults(values) : faultsUnder(values, PART)),
  next: (values) => stepPath(stepAfter('you', values)),
};
