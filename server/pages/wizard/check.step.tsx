import { CheckSummary, type CheckSummaryProps } from '#client/views/wizard/check-summary.tsx';
import type { Draft } from '#server/appeals/index.ts';
import { attachmentsOf } from '#server/attachments/index.ts';
import { startClock } from '#server/deadlines/index.ts';
import { type FormValues, parseForm } from '#server/http/form.ts';
import { today } from '#server/platform/clock.ts';
import { caseById, publicCaseOf } from '#server/register/index.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { type PersonalDatumKind, personalDataIn } from '#shared/domain/personal-data.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { within } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import type { PageRequest } from '../visit.routes.ts';
import { saidOfAppeal, saidOfPerson } from './check.said.ts';
import { peopleIn } from './co-applicants.ts';
import { detailsLabels } from './details.step.tsx';
import { handlerOf } from './handler.ts';
import { joiningFaults, joiningIn } from './joining.ts';
import { filingIn, READING } from './reading.ts';
import { receiptOfSent, send } from './sending.ts';
import { type Step, type StepState, stepPath } from './step.ts';
import { partPath } from './what.read.ts';
import { stepPage } from './wizard.page.tsx';
import { youLabels } from './you.step.tsx';

/** The page on which each answer of an appeal is put right; the first that fits. */
const ASKED_ON: readonly (readonly [RegExp, string])[] = [
  [/^place\b/, stepPath('where')],
  [/^categoryCode$/, partPath('topic')],
  [/^answers\b/, partPath('questions')],
  [/^(kind|contested)\b/, partPath('kind')],
  [/^(text|coApplicants|representative|benefit)\b/, stepPath('details')],
  [/^/, stepPath('you')],
];
const pageOf = (path: string): string => ASKED_ON.find(([names]) => names.test(path))?.[1] ?? stepPath('you');

/** Everything that keeps a draft from being sent. */
const faultsOf = (values: FormValues): readonly FieldError[] =>
  values['ui.join'] ? joiningFaults(values) : (parseForm(NewAppeal, filingIn(values), READING).errors ?? []);

/** Everything that this request's page says in one language. */
interface Telling {
  request: PageRequest;
  state: StepState;
}
const wordsOf = ({ request }: Telling) => TEXTS[request.visit.lang];
const addressOf = ({ request }: Telling, path: string): string =>
  within(request.visit, `${pageOf(path)}#${path.replaceAll('.', '-')}`);
function labelsOf(telling: Telling): Readonly<Record<string, string>> {
  const words = wordsOf(telling);
  const { appealForm: names } = words;
  return {
    'place.address': names.address,
    'place.description': names.placeDescription,
    'place.point': words.wizardCheck.pin,
    kind: names.kind,
    categoryCode: names.category,
    'contested.decision': names.decision,
    'contested.departmentId': names.contestedDepartment,
    'contested.decidedOn': names.decidedOn,
    'contested.learnedOn': names.learnedOn,
    ...detailsLabels(words, peopleIn(telling.state.values)),
    ...youLabels(words),
  };
}
/** What is missing, for whoever came here too early; after a press of the button the error summary says it. */
function missingIn(telling: Telling, labels: Readonly<Record<string, string>>): CheckSummaryProps['missing'] {
  const { values, errors } = telling.state;
  const { problems, wizardCheck } = wordsOf(telling);
  return errors.length > 0
    ? []
    : faultsOf(values).map(({ path, code }) => ({
        label: labels[path] ?? wizardCheck.missing,
        message: problems[code],
        href: addressOf(telling, path),
      }));
}

/** Who handles it and by when, a sentence a line (Law 393/96-ВР, arts. 7, 20). */
function nextOf(telling: Telling): string[] {
  const { lang } = telling.request.visit;
  const { wizardCheck: texts } = wordsOf(telling);
  const { values } = telling.state;
  const handler = handlerOf(values);
  const due = startClock('appeal.month', today()).dueLegal;
  const isVague = !values['place.point.coordinates.0'] && Object.keys(values).some((name) => name.startsWith('place.'));
  return [
    ...(handler
      ? [fill(texts.handler, { department: handler[lang] })]
      : values.categoryCode
        ? [texts.handlerUnknown]
        : []),
    ...(values.kind === 'complaint' && values['contested.departmentId'] ? [texts.notTheirs] : []),
    ...(isVague ? [texts.operatorRoutes] : []),
    fill(texts.due, { date: dateInFull(lang, due) }),
    texts.dueLaw,
  ];
}
function warningOf(telling: Telling): CheckSummaryProps['warning'] {
  const { wizardCheck: texts } = wordsOf(telling);
  const quotes = new Map<PersonalDatumKind, string[]>();
  for (const { kind, quote } of personalDataIn(telling.state.values.text ?? ''))
    quotes.set(kind, [...(quotes.get(kind) ?? []), fill(texts.quote, { text: quote })]);
  if (quotes.size === 0) return null;
  const lines = [...quotes].map(([kind, found]) => fill(texts.warnKinds[kind], { quotes: found.join(', ') }));
  return { lines, change: addressOf(telling, 'text') };
}

async function appealSummary(telling: Telling, draft: Draft | null): Promise<CheckSummaryProps> {
  const { request, state } = telling;
  const files = draft ? await attachmentsOf({ kind: 'draft', id: draft.id }) : [];
  const words = wordsOf(telling);
  return {
    sections: saidOfAppeal(
      { values: state.values, words, lang: request.visit.lang },
      files.map(({ name }) => name),
      (step) => within(request.visit, step === 'what' ? partPath('topic') : stepPath(step)),
    ),
    missing: missingIn(telling, labelsOf(telling)),
    next: nextOf(telling),
    warning: warningOf(telling),
    texts: words.wizardCheck,
  };
}
/** What one who joins is shown; null where the appeal can no longer be joined. */
async function joiningSummary(telling: Telling, caseId: string): Promise<CheckSummaryProps | null> {
  const { request, state } = telling;
  const { lang } = request.visit;
  const words = wordsOf(telling);
  const texts = words.wizardCheck;
  const found = await caseById(caseId);
  const shown = found && publicCaseOf(found);
  if (!shown?.dueOn) return null;
  const said = [{ label: words.received.keep, value: spacedNumber(shown.number) }];
  return {
    sections: [
      { title: texts.sections.joining, change: null, said },
      ...saidOfPerson({ values: joiningIn(state.values), words, lang }, within(request.visit, stepPath('you'))),
    ],
    missing: missingIn(telling, labelsOf(telling)),
    next: [fill(words.cases.due, { date: dateInFull(lang, shown.dueOn) })],
    warning: null,
    texts,
  };
}

async function draw(request: PageRequest, state: StepState): Promise<string> {
  const telling = { request, state };
  const words = wordsOf(telling);
  const texts = words.wizardCheck;
  const caseId = state.values['ui.join'];
  const page = { name: 'check' as const, question: texts.question, labels: labelsOf(telling) };
  if (state.trouble === 'unavailable')
    return stepPage(request, state, {
      ...page,
      submit: texts.send,
      children: <p class="lead">{texts.keptWhileAway}</p>,
    });
  const summary = caseId ? await joiningSummary(telling, caseId) : await appealSummary(telling, state.draft);
  if (!summary)
    return stepPage(request, state, {
      ...page,
      children: (
        <>
          <p class="lead">{texts.cannotJoin}</p>
          <p class="actions">
            <a class="button primary" href={within(request.visit, '/appeals/new?about=place')}>
              {texts.writeOwn}
            </a>
          </p>
        </>
      ),
    });
  return stepPage(request, state, {
    ...page,
    submit: caseId ? texts.join : summary.warning ? texts.sendAsIs : texts.send,
    hrefOf: (path) => addressOf(telling, path),
    children: <CheckSummary {...summary} />,
  });
}

/** Everything once more, who handles it and by when; the button sends it, once however often it is pressed. */
export const checkStep: Step = {
  name: 'check',
  fields: [],
  draw,
  check: faultsOf,
  next: send,
  sent: receiptOfSent,
};
