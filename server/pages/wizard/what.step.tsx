import type { JSX } from 'preact';
import { TopicFields } from '#client/views/wizard/topic-fields.tsx';
import { CategoryQuestions, ChosenTopic, DangerNotice, KindFields } from '#client/views/wizard/what-fields.tsx';
import { catalogue, categoryOf } from '#server/catalogue/index.ts';
import type { FormValues } from '#server/http/form.ts';
import type { Category } from '#shared/contract/catalogue.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { within } from '../frame.ts';
import { departmentOptions } from '../options.ts';
import { TEXTS } from '../texts.ts';
import type { PageRequest } from '../visit.routes.ts';
import type { KnownWorks } from './known-works.ts';
import { nearbyKey, nearbyOf } from './nearby.ts';
import { faultsUnder } from './reading.ts';
import { type Step, type StepState, stepAfter, stepBefore, stepPath } from './step.ts';
import { findTopics, topicBranches, wordsOfTopic } from './topics.ts';
import { FIELDS, lateness, type Part, partBefore, partFollowing, partOf, partPath, readWhat } from './what.read.ts';
import { fieldAt, type StepPage, stepPage } from './wizard.page.tsx';

type Screen = Pick<StepPage, 'question' | 'lead' | 'submit' | 'before'> & { children: JSX.Element | null };
interface Shown {
  request: PageRequest;
  state: StepState;
  /** Chosen already on every screen but the first. */
  category: Category;
}

function topicScreen(request: PageRequest, state: StepState): Screen {
  const { lang } = request.visit;
  const { wizardWhat: texts, wizard } = TEXTS[lang];
  const topic = (leaf: Category, branch?: Category) => ({
    code: leaf.code,
    name: leaf[lang],
    words: wordsOfTopic(leaf, branch),
  });
  const query = state.values['ui.topic'] ?? '';
  const branches = topicBranches().map(({ branch, leaves }) => ({
    code: branch.code,
    name: branch[lang],
    topics: leaves.map((leaf) => topic(leaf, branch)),
  }));
  const found = query === '' ? null : findTopics(query, lang).map((leaf) => topic(leaf));
  const at = fieldAt(request, state, TEXTS[request.visit.lang].wizardWhat.missing);
  return {
    question: texts.question,
    lead: texts.lead,
    children: <TopicFields {...{ at, branches, found, lang, texts }} next={wizard.next} />,
  };
}
const SCREENS: Record<Exclude<Part, 'topic'>, (shown: Shown) => Screen> = {
  danger({ request: { visit }, category }) {
    const { danger } = TEXTS[visit.lang].wizardWhat;
    const notice = category.notice?.[visit.lang] ?? null;
    return { question: danger.question, children: <DangerNotice notice={notice} texts={danger} /> };
  },
  questions({ request, state, category }) {
    const { lang } = request.visit;
    const { wizardWhat, wizard, common } = TEXTS[lang];
    const texts = wizardWhat.questions;
    const words = { lang, texts, yes: common.yes, no: common.no, optional: common.optional };
    const notice = category.isDanger ? null : (category.notice?.[lang] ?? null);
    return {
      question: texts.question,
      lead: texts.lead,
      submit: wizard.next,
      children: (
        <CategoryQuestions
          {...words}
          {...{ notice }}
          at={fieldAt(request, state, TEXTS[request.visit.lang].wizardWhat.missing)}
          questions={category.questions}
        />
      ),
    };
  },
  kind({ request, state, category }) {
    const { lang } = request.visit;
    const { wizardWhat: texts, wizard, common } = TEXTS[lang];
    const { kind } = texts;
    const hasPlace = Object.keys(state.values).some((name) => name.startsWith('place.'));
    const isTouched =
      state.values.kind === 'complaint' || state.errors.some(({ path }) => path.startsWith('contested'));
    const secrecy = category.publicity === 'never' ? kind.secret : category.privacy === 'private' ? kind.private : null;
    return {
      question: kind.question,
      submit: wizard.next,
      before: category.hasPlace && !hasPlace && state.values['ui.about'] === 'other' && (
        <p>
          {kind.place} <a href={within(request.visit, `${stepPath('where')}?about=place`)}>{kind.addPlace}</a>
        </p>
      ),
      children: (
        <>
          {secrecy && <p class="callout">{secrecy}</p>}
          <KindFields
            at={fieldAt(request, state, TEXTS[request.visit.lang].wizardWhat.missing)}
            departments={departmentOptions(catalogue().departments, lang)}
            texts={texts}
            optional={common.optional}
            isComplaint={isTouched}
          />
        </>
      ),
    };
  },
  late({ request: { visit }, state }) {
    const { late } = TEXTS[visit.lang].wizardWhat;
    const missed = lateness(state.values);
    return {
      question: late.question,
      submit: late.next,
      children: (
        <>
          {missed && <p class="lead">{late[missed]}</p>}
          <p>{late.text}</p>
          <p>
            <a href={within(visit, partPath('kind'))}>{late.change}</a>
          </p>
        </>
      ),
    };
  },
};

/** What was asked on the screen that was left. */
const ASKED: Record<Part, readonly string[]> = {
  topic: ['categoryCode'],
  danger: [],
  questions: ['answers'],
  kind: ['kind', 'contested'],
  late: [],
};
const faultsOn = (part: Part, values: FormValues): FieldError[] => faultsUnder(values, ASKED[part]);

/** The next screen of the step; after the last, what is known nearby, where there is something that was not shown yet. */
async function afterWhat(values: FormValues, { visit }: PageRequest, knownWorks: KnownWorks): Promise<string> {
  const part = partFollowing(values);
  if (part) return partPath(part);
  if (values['ui.nearby'] === nearbyKey(values)) return stepPath(stepAfter('what', values));
  const { cases, works } = await nearbyOf(values, knownWorks, visit.lang);
  return stepPath(cases.length + works.length > 0 ? 'nearby' : stepAfter('what', values));
}

/** What it is about: the topic, whether a life is in danger, what the topic asks, and what it is in law. */
export const whatStep = (knownWorks: KnownWorks): Step => ({
  name: 'what',
  fields: FIELDS,
  read: ({ form }, draft) => readWhat(form, draft?.values ?? {}),
  draw(request, state) {
    const { wizardWhat: texts } = TEXTS[request.visit.lang];
    const kind = request.query('kind');
    const values = kind && !state.values.kind ? { ...state.values, kind } : state.values;
    const shown = { ...state, values };
    const category = categoryOf(values.categoryCode ?? '');
    const part = category ? partOf(state.errors.length > 0 ? undefined : request.query('part'), values) : 'topic';
    const screen =
      part === 'topic' || !category ? topicScreen(request, shown) : SCREENS[part]({ request, state: shown, category });
    const { lang } = request.visit;
    const chosen = category && part !== 'topic' && (
      <>
        <ChosenTopic name={category[lang]} change={within(request.visit, partPath('topic'))} texts={texts} />
        {screen.before}
      </>
    );
    const before = category && partBefore(part, category);
    const stepBack = stepBefore('what', values);
    const labels = {
      'ui.topic': texts.topic,
      categoryCode: texts.category,
      ...Object.fromEntries(category?.questions.map((question) => [`answers.${question.code}`, question[lang]]) ?? []),
      kind: texts.kind.label,
      'contested.departmentId': texts.complaint.department,
      'contested.decision': texts.complaint.decision,
      'contested.decidedOn': texts.complaint.decidedOn,
      'contested.learnedOn': texts.complaint.learnedOn,
    };
    const back = before ? partPath(before) : stepBack ? stepPath(stepBack) : '/';
    const children = (
      <>
        <input type="hidden" name="ui.part" value={part} />
        {screen.children}
      </>
    );
    return stepPage(request, shown, {
      name: 'what',
      labels,
      missing: texts.missing,
      ...screen,
      back,
      before: chosen,
      children,
    });
  },
  check: (values) => faultsOn(partOf(undefined, values), values),
  next: (values, request) => afterWhat(values, request, knownWorks),
});
