import { h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { AppealFormProps } from '#client/views/appeals/form-data.ts';
import type { CaseBodyProps } from '#client/views/cases/case-body.tsx';
import type { AppealView } from '#shared/contract/appeals.ts';
import { appealForm } from '#shared/texts/uk/appeal-form.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { common } from '#shared/texts/uk/common.ts';
import { problems } from '#shared/texts/uk/problems.ts';

/** A view as HTML. */
export const html = <Props extends object>(view: (props: Props) => JSX.Element | null, props: NoInfer<Props>): string =>
  renderToString(h(() => view(props), {}));

/** The empty form of an appeal. */
export const anAppealForm = (over: Partial<AppealFormProps> = {}): AppealFormProps => ({
  about: 'other',
  categories: [{ label: 'Дороги', options: [{ value: 'pothole', label: 'Яма на дорозі' }] }],
  departments: [{ options: [{ value: 'a'.repeat(24), label: 'Департамент' }] }],
  values: {},
  errors: [],
  trouble: null,
  idempotencyKey: 'key-of-a-form',
  lang: 'uk',
  texts: appealForm,
  common,
  cases,
  problems,
  ...over,
});
/** A case that has just been received, as its applicant sees it. */
export const anAppealView = (over: Partial<AppealView> = {}): AppealView => ({
  id: 'b'.repeat(24),
  number: '2600123452',
  status: 'received',
  isOverdue: false,
  receivedAt: '2026-03-03T08:00:00.000Z',
  dueOn: '2026-04-03',
  answeredOn: null,
  kind: 'application',
  categoryCode: 'pothole',
  department: null,
  steps: [{ status: 'received', at: '2026-03-03T08:00:00.000Z' }],
  details: {
    text: 'На розі яма завглибшки з долоню.',
    place: { address: 'Дерибасівська, 10', description: null },
    answer: null,
  },
  ...over,
});
/** That case with what puts it into words, seen on 22 March 2026. */
export const aCaseBody = (view: Partial<AppealView> = {}): CaseBodyProps => ({
  view: anAppealView(view),
  category: 'Яма на дорозі',
  today: '2026-03-22',
  lang: 'uk',
  texts: cases,
  complainTo: '/appeals/new',
});
