import { addressIn } from '#client/views/layout.tsx';
import { REGISTER_VIEWS, type RegisterView } from '#shared/contract/register.ts';
import type { Lang } from '#shared/texts/plural.ts';

/** Where in the desk somebody is: all that a link, a reload or the back button has to bring back. */
export interface DeskAddress {
  /** The list; null for the person's own first one. */
  view: RegisterView | null;
  /** The case that is open beside it. */
  caseId: string | null;
  /** A new appeal is being entered in place of the list. */
  isEntering: boolean;
}
const isView = (said: string | null): said is RegisterView => REGISTER_VIEWS.some((view) => view === said);

/** The desk's place at an address; whatever it does not know leads to the first list. */
export function readAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>): DeskAddress {
  const [, part, id] = /^(?:\/en)?\/desk(?:\/(cases|new))?(?:\/([0-9a-f]{24}))?\/?$/.exec(pathname) ?? [];
  const said = new URLSearchParams(search).get('view');
  return {
    view: isView(said) ? said : null,
    caseId: part === 'cases' && id ? id : null,
    isEntering: part === 'new' && !id,
  };
}
/** The address of a place in the desk. */
export function writeAddress(lang: Lang, { view, caseId, isEntering }: DeskAddress): string {
  const part = isEntering ? '/new' : caseId ? `/cases/${caseId}` : '';
  return addressIn(lang, `/desk${part}${view ? `?view=${view}` : ''}`);
}
