import { catalogue } from '#server/catalogue/index.ts';
import { now, today } from '#server/platform/clock.ts';
import { type Actor, departmentsWith, holds, type Visitor } from '#server/platform/policy.ts';
import type { ListQuery, RegisterView } from '#shared/contract/register-list.ts';
import { type CaseMark, HOURS_TO_PROVE } from '#shared/domain/appeal.ts';
import { startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';
import { dayOf } from '#shared/domain/legal-clock/legal-date.ts';
import type { WantedCases } from './case-finder.ts';
import type { CaseFilter, CaseOrder } from './indexed-case.ts';
import { stemsIn } from './stems.ts';

type Viewer = Actor | Visitor;
const NOTHING: CaseFilter = { any: [] };
const withStatus = (...statuses: string[]): CaseFilter => ({ in: ['status', statuses] });
const marked = (mark: CaseMark): CaseFilter => ({ in: ['marks', [mark]] });
const OPEN: CaseFilter = { not: { isNull: 'dueOn' } };
const SOON_DAYS = 3;
const WEEK_DAYS = 7;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** In whole minutes, so that a count asked again within one is remembered. */
const presentMinute = (): number => Math.floor(now().getTime() / MINUTE_MS) * MINUTE_MS;

/** The cases this viewer may read: casePolicy.read as a filter; a property test holds the two together. */
export function readable(viewer: Viewer): CaseFilter {
  if (holds(viewer, 'case.readAny')) return { all: [] };
  const opened: CaseFilter = { ids: [...(viewer?.caseIds ?? [])] };
  return { any: [opened, executedBy(departmentsWith(viewer, 'case.work'))] };
}
const executedBy = (departments: readonly string[]): CaseFilter =>
  departments.length > 0 ? { in: ['departments', departments] } : NOTHING;
/** Of their own department, and of those in whose place they work. */
const inTheirHands = (viewer: Viewer): CaseFilter =>
  executedBy([...new Set([viewer?.departmentId ?? [], departmentsWith(viewer, 'case.work')].flat())]);
const dueBy = (days: number): CaseFilter => {
  const day = dayOf(today());
  return { between: ['dueOn', day, day + days] };
};
/** Overdue from 00:00 in Kyiv after the term's last day. */
const overdue = (): CaseFilter => ({ between: ['dueOn', null, dayOf(today()) - 1] });

const VIEWS: Readonly<Record<RegisterView, (viewer: Viewer) => CaseFilter>> = {
  open: () => OPEN,
  new: () => withStatus('submitted'),
  mine: (viewer) => ({ all: [OPEN, inTheirHands(viewer)] }),
  unassigned: () => withStatus('registered', 'reopened'),
  in_hand: () => withStatus('assigned', 'in_progress', 'on_site_check'),
  due_soon: () => dueBy(SOON_DAYS),
  overdue,
  for_signature: () => withStatus('answer_review'),
  not_resolved: () => ({ not: { isNull: 'reopenRequestedAt' } }),
  waiting: () => ({ all: [OPEN, { not: { isNull: 'awaitingSince' } }] }),
  answered: () => withStatus('answered', 'closed'),
  unproved: () => ({
    all: [
      OPEN,
      marked('contact_unproved'),
      { between: ['receivedAt', null, presentMinute() - HOURS_TO_PROVE * HOUR_MS] },
    ],
  }),
  text_failed: () => marked('text_failed'),
};
/** What this viewer finds in a view. */
export const inView = (viewer: Viewer, view: RegisterView): CaseFilter => ({
  all: [VIEWS[view](viewer), readable(viewer)],
});

/** The category and all below it. */
function branchesOf(codes: readonly string[]): string[] {
  const below = catalogue().categories.filter(({ parentCode }) => parentCode && codes.includes(parentCode));
  return below.length > 0 ? [...codes, ...branchesOf(below.map(({ code }) => code))] : [...codes];
}
const NUMBER_DIGITS = 10;
/** Six digits of a public number or more, with spaces as people write it. */
const NUMBER_BEGUN = /^\d{6,10}$/;
/** What the words of a search ask for; words without a letter or digit find nothing. */
function searched(q: string): { filters: CaseFilter[]; terms: string[] } {
  const digits = q.replace(/\s/g, '');
  if (NUMBER_BEGUN.test(digits)) {
    const unit = 10 ** (NUMBER_DIGITS - digits.length);
    const from = Number(digits) * unit;
    return { filters: [{ between: ['number', from, from + unit - 1] }], terms: [] };
  }
  const terms = stemsIn(q);
  return { filters: terms.length > 0 ? [] : [NOTHING], terms };
}

/** What a list asks for, as far as this viewer may read. */
export function wantedBy(viewer: Viewer, query: ListQuery): WantedCases {
  const { view, status, category, district, department, channel, priority, due } = query;
  const { dueFrom, dueTo, receivedFrom, receivedTo, mine, q } = query;
  const filters: CaseFilter[] = [VIEWS[view](viewer)];
  if (status) filters.push({ in: ['status', status] });
  if (category) filters.push({ in: ['category', branchesOf(category)] });
  if (district) filters.push({ in: ['district', district] });
  if (department) filters.push({ in: ['departments', department] });
  if (channel) filters.push({ in: ['channel', channel] });
  if (priority) filters.push({ in: ['priority', priority] });
  if (due) filters.push(due === 'overdue' ? overdue() : dueBy(due === 'week' ? WEEK_DAYS : SOON_DAYS));
  if (dueFrom || dueTo)
    filters.push({ between: ['dueOn', dueFrom ? dayOf(dueFrom) : null, dueTo ? dayOf(dueTo) : null] });
  if (receivedFrom || receivedTo) {
    const [from, to] = [
      receivedFrom ? startOfDay(receivedFrom).getTime() : null,
      receivedTo ? startOfDay(receivedTo, 1).getTime() - 1 : null,
    ];
    filters.push({ between: ['receivedAt', from, to] });
  }
  if (mine) filters.push(inTheirHands(viewer));
  const search = q === undefined ? { filters: [], terms: [] } : searched(q);
  return { filter: { all: [...filters, ...search.filters, readable(viewer)] }, terms: search.terms };
}
const ORDERS: Readonly<Record<ListQuery['sort'], CaseOrder>> = {
  due: { by: 'dueOn', isTurned: false },
  received: { by: 'receivedAt', isTurned: false },
  '-received': { by: 'receivedAt', isTurned: true },
};
/** The order of a list. */
export const orderOf = ({ sort }: ListQuery): CaseOrder => ORDERS[sort];
