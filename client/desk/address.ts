import { addressIn } from '#client/views/layout.tsx';
import { REGISTER_VIEWS, type RegisterView } from '#shared/contract/register-list.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { PETITION_QUEUES, type PetitionQueue } from '#shared/domain/petition-queue.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { type Filters, readFilters, writeFilters } from './filters/filters.ts';

/** What fills the desk's middle: a list of the register, notes that name this person, the search for people, a new appeal, reports on what is shown, the switches of districts, the signature folder, petitions, the post, whom to ring, journals on paper, the figures of the register, accounts of staff, reference data, messages, templates, the words of texts, routing rules, the access log. */
const DESK_PAGES = [
  'cases',
  'mentions',
  'people',
  'new',
  'reports',
  'publicity',
  'signature',
  'petitions',
  'post',
  'calls',
  'journals',
  'figures',
  'staff',
  'reference',
  'messages',
  'templates',
  'message-texts',
  'routing',
  'audit',
] as const;
export type DeskPage = (typeof DESK_PAGES)[number];
/** Pages of anybody of the staff: each sees there what the register lets them. */
type CommonPage = 'cases' | 'mentions';
/** What a page asks of whoever opens it: a permission, or any of these. */
const PAGE_PERMISSIONS: Readonly<Record<Exclude<DeskPage, CommonPage>, Permission | readonly Permission[]>> = {
  people: 'person.search',
  new: 'case.enter',
  reports: 'case.publish',
  publicity: 'publicity.switch',
  signature: 'case.sign',
  petitions: ['petition.moderate', 'petition.review'],
  post: 'answer.deliver',
  calls: 'answer.deliver',
  journals: 'case.register',
  figures: 'reports.read',
  staff: 'staff.manage',
  reference: 'reference.manage',
  messages: ['answer.deliver', 'messages.manage'],
  templates: 'reference.manage',
  'message-texts': 'messages.manage',
  routing: 'reference.manage',
  audit: 'audit.read',
};
/** Whether whoever has these permissions may open a page. */
export const opensTo = (page: DeskPage, permissions: readonly Permission[]): boolean =>
  page === 'cases' ||
  page === 'mentions' ||
  [PAGE_PERMISSIONS[page]].flat().some((asked) => permissions.includes(asked));
/** The address as this person may open it: a page that is not theirs leads to the lists. */
export const openTo = <A extends Pick<DeskAddress, 'page'>>(address: A, permissions: readonly Permission[]): A =>
  opensTo(address.page, permissions) ? address : { ...address, page: 'cases' };
/** The pages beside which a case can be open. */
const BESIDE: readonly DeskPage[] = ['cases', 'mentions', 'reports'];

/** Where in the desk somebody is: all that a link, a reload or the back button has to bring back. */
export interface DeskAddress {
  page: DeskPage;
  /** The list; null for the person's own first one. */
  view: RegisterView | null;
  /** What the list is narrowed by. */
  filters: Filters;
  /** Whether the list's cases are shown on the map. */
  isMap?: boolean;
  /** The case that is open beside it. */
  caseId: string | null;
  /** The list of petitions; without one it is the person's own first one. */
  queue?: PetitionQueue;
  /** The petition that is open beside that list. */
  petitionId?: string | null;
  /** Whether the form of a petition from an association stands there in its place. */
  isEntering?: boolean;
}
const isView = (said: string | null): said is RegisterView => REGISTER_VIEWS.some((view) => view === said);
/** True for a page that leaves no room for a case. */
export const isWholePage = ({ page }: Pick<DeskAddress, 'page'>): boolean => !BESIDE.includes(page);

/** The desk's place at an address; whatever it does not know leads to the first list. */
export function readAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>): DeskAddress {
  const [, said, id = null] = /^(?:\/en)?\/desk(?:\/([a-z-]+))?(?:\/([0-9a-f]{24}))?\/?$/.exec(pathname) ?? [];
  const page = DESK_PAGES.find((each) => each === said);
  const isPetition = id !== null && page === 'petitions';
  const isOdd = id !== null && !isPetition && (!page || isWholePage({ page }));
  const query = new URLSearchParams(search);
  const view = query.get('view');
  const queue = PETITION_QUEUES.find((each) => page === 'petitions' && each === query.get('queue'));
  return {
    page: (!isOdd && page) || 'cases',
    view: isView(view) ? view : null,
    filters: readFilters(query),
    ...(query.get('look') === 'map' && { isMap: true }),
    caseId: isOdd || isPetition ? null : id,
    ...(queue && { queue }),
    ...(isPetition && { petitionId: id }),
    ...(page === 'petitions' && !isPetition && query.get('look') === 'enter' && { isEntering: true }),
  };
}
/** The address of a place in the desk. */
export function writeAddress(
  lang: Lang,
  { page, view, filters, isMap, caseId, queue, petitionId, isEntering }: DeskAddress,
): string {
  const named = page !== 'cases' || caseId ? `/${page}` : '';
  const openId = page === 'petitions' ? petitionId : !isWholePage({ page }) && caseId;
  const open = openId ? `/${openId}` : '';
  const query = new URLSearchParams([
    ...(view ? [['view', view]] : []),
    ...writeFilters(filters),
    ...(isMap ? [['look', 'map']] : []),
    ...(queue && page === 'petitions' ? [['queue', queue]] : []),
    ...(isEntering && page === 'petitions' && !openId ? [['look', 'enter']] : []),
  ]).toString();
  return addressIn(lang, `/desk${named}${open}${query && `?${query}`}`);
}
