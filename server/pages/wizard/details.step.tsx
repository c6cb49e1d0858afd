import { DetailsFields } from '#client/views/wizard/details-fields.tsx';
import type { Draft } from '#server/appeals/index.ts';
import { attachmentsOf, presentAttachment, removeAttachment } from '#server/attachments/index.ts';
import type { FormValues } from '#server/http/form.ts';
import { fill } from '#shared/texts/fill.ts';
import { within } from '../frame.ts';
import { type PageTexts, TEXTS } from '../texts.ts';
import type { PageRequest } from '../visit.routes.ts';
import { peopleIn, withOneMore, without } from './co-applicants.ts';
import { readWithFiles, refusedFiles } from './posted-files.ts';
import { faultsUnder } from './reading.ts';
import { isFieldOf, type Posted, type Step, type StepState, stepAfter, stepPath } from './step.ts';
import { fieldAt, stepPage } from './wizard.page.tsx';

const HERE = stepPath('details');
const PART = ['text', 'coApplicants', 'representative', 'benefit'];
/** The names that the step writes. */
const own = { fields: ['text', 'coApplicants.', 'representative.', 'benefit', 'ui.people'] };

/** What the step calls its fields, in the order in which it asks. */
export function detailsLabels({ appealForm: names, wizardDetails: texts }: PageTexts, people: number) {
  const person = ['lastName', 'firstName', 'patronymic', 'residence', 'phone', 'email'] as const;
  const ofPeople = Array.from({ length: people }, (_, i) =>
    person.map((field) => [
      `coApplicants.${i}.${field}`,
      `${fill(texts.together.person, { n: i + 1 })}, ${names[field].toLowerCase()}`,
    ]),
  );
  return {
    text: texts.text,
    photos: texts.files.photos,
    documents: texts.files.documents,
    ...Object.fromEntries(ofPeople.flat()),
    coApplicants: texts.together.title,
    'representative.lastName': `${texts.proxy.title}, ${names.lastName.toLowerCase()}`,
    'representative.firstName': `${texts.proxy.title}, ${names.firstName.toLowerCase()}`,
    'representative.patronymic': `${texts.proxy.title}, ${names.patronymic.toLowerCase()}`,
    'representative.basis': texts.proxy.basis,
    benefit: texts.benefit.title,
  };
}

async function draw(request: PageRequest, state: StepState): Promise<string> {
  const { lang } = request.visit;
  const words = TEXTS[lang];
  const { values, errors, draft, trouble } = state;
  const kept = draft && trouble !== 'unavailable' ? await attachmentsOf({ kind: 'draft', id: draft.id }) : [];
  const people = peopleIn(values);
  const isTouched = (part: string) =>
    errors.some(({ path }) => path.startsWith(part)) || Object.keys(values).some((name) => name.startsWith(part));
  return stepPage(request, state, {
    name: 'details',
    question: words.wizardDetails.question,
    labels: detailsLabels(words, people),
    submit: words.wizard.next,
    hasFiles: true,
    children: (
      <DetailsFields
        at={fieldAt(request, state)}
        files={{
          files: kept.map(presentAttachment),
          refused: {
            photo: refusedFiles(request, 'photo', lang),
            document: refusedFiles(request, 'document', lang),
          },
          action: within(request.visit, '/appeals/new/files'),
          tooLarge: words.problems['file.too-large'],
        }}
        people={people}
        open={{
          together: people > 0,
          proxy: isTouched('representative.'),
          benefit: isTouched('benefit'),
        }}
        lang={lang}
        texts={words.wizardDetails}
        names={words.appealForm}
        common={words.common}
      />
    ),
  });
}

/** What a button within the step does to the form, and where the page then stands. */
async function pressed(button: string, form: FormValues, draft: Draft): Promise<{ form: FormValues; stay?: string }> {
  const [what, which = ''] = button.split('.');
  switch (what) {
    case 'add-files':
      return { form, stay: `${HERE}#photos` };
    case 'remove':
      await removeAttachment({ owner: { kind: 'draft', id: draft.id }, id: which });
      return { form, stay: `${HERE}#photos` };
    case 'add-person': {
      const more = withOneMore(form);
      return { form: more, stay: `${HERE}#coApplicants-${peopleIn(more) - 1}` };
    }
    case 'leave':
      return { form: without(form, Number(which)), stay: `${HERE}#together` };
    default:
      return { form };
  }
}
async function read(request: PageRequest, draft: Draft | null): Promise<Posted> {
  const { form, errors, isCut } = await readWithFiles(request, draft?.id ?? null);
  if (!draft) return { form, errors };
  // What a post too large to be read held last never came: what lay there before stays.
  const before = isCut ? Object.fromEntries(Object.entries(draft.values).filter(([name]) => isFieldOf(own, name))) : {};
  const { do: button = '', ...typed } = { ...before, ...form };
  return { ...(await pressed(button, typed, draft)), errors };
}

/** What happened, with photos and documents; who files together, by what paper, and a benefit. */
export const detailsStep: Step = {
  name: 'details',
  fields: own.fields,
  draw,
  read,
  check: (values) => faultsUnder(values, PART),
  next: (values) => stepPath(stepAfter('details', values)),
};
