import { h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { CaseBodyProps } from '#client/views/cases/case-body.tsx';
import type { AppealView } from '#shared/contract/appeals.ts';
import { caseNotices } from '#shared/texts/uk/case-notices.ts';
import { casePage } from '#shared/texts/uk/case-page.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { signing } from '#shared/texts/uk/signing.ts';

/** A view as HTML. */
export const html = <Props extends object>(view: (props: Props) => JSX.Element | null, props: NoInfer<Props>): string =>
  renderToString(h(() => view(props), {}));

type Details = NonNullable<AppealView['details']>;
/** What the applicant alone sees of a case, with whatever matters to the test put over it. */
export const theirDetails = (over: Partial<Details> = {}): Details => ({
  text: 'На розі яма завглибшки з долоню.',
  answers: [],
  place: { address: 'Дерибасівська, 10', description: null, point: null, districtCode: null },
  files: [],
  notices: [],
  mayWithdraw: false,
  isAsked: false,
  feedback: { isAsked: false, until: null, verdict: null },
  ...over,
});
/** A case that has just been received, as its applicant sees it. */
export const anAppealView = (over: Partial<AppealView> = {}): AppealView => ({
  viewer: 'applicant',
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
  applicants: 1,
  answer: null,
  published: null,
  details: theirDetails(),
  ...over,
});
/** That case with what puts it into words, seen on 22 March 2026. */
export const aCaseBody = (view: Partial<AppealView> = {}): CaseBodyProps => ({
  view: anAppealView(view),
  names: { category: 'Яма на дорозі', district: null, answers: [] },
  today: '2026-03-22',
  lang: 'uk',
  texts: cases,
  more: casePage,
  signing,
  notices: caseNotices,
  address: '/appeals/2600123452',
  complainTo: '/appeals/new',
  map: null,
});

/** A receipt of a case that was filed a moment ago. */
export const aReceipt = {
  number: '2600123452',
  accessCode: '7KQ2M4PXYZ',
  dueOn: '2026-04-03',
  answeredOn: null,
  isOverdue: false,
  receivedOn: '2026-03-03',
  forwardOn: '2026-03-09',
  today: '2026-03-03',
};
/** Its phone, with a code on its way. */
export const aSentCode = {
  kind: 'phone',
  step: 'sent',
  to: '+380671234567',
  shown: '+380 67 123 45 67',
  codeId: 'c'.repeat(24),
  waitS: 60,
} as const;
