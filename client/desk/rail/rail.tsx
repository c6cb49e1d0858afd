import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { BrandMark } from '#client/views/brand-mark.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { REGISTER_VIEWS, type RegisterView } from '#shared/contract/register-list.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { opensTo, writeAddress } from '../address.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import type { CaseListState } from '../list/use-case-list.ts';
import { OwnViewsNav } from '../own-views/own-views-nav.tsx';
import type { OwnViews } from '../own-views/use-own-views.ts';

const Views = ({ view, counts }: { view: RegisterView; counts: CaseListState['counts'] }): JSX.Element => {
  const { lang, words, address } = useDesk();
  const { desk } = words;
  const nav = useRef<HTMLElement>(null);
  // On a phone the lists stand in one strip, of which the present one must be seen.
  useEffect(
    () => nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }),
    [view],
  );
  return (
    <nav ref={nav} class="views" aria-label={desk.rail.views}>
      <ul>
        {REGISTER_VIEWS.map((each) => {
          const count = counts?.[each];
          return (
            <li key={each} class={`view ${each}${count ? '' : ' none'}`}>
              <Link
                to={{ page: 'cases', view: each, filters: {}, caseId: null }}
                aria-current={each === view && address.page === 'cases' ? 'page' : undefined}
              >
                {desk.views[each]} <span class="count">{count === undefined ? '' : spacedCount(lang, count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};

/** Where colleagues named this person. */
const Mentions = ({ unread }: { unread: number | null }): JSX.Element => {
  const { lang, words, address } = useDesk();
  const { mentions: texts } = words.notes;
  return (
    <nav aria-label={texts.rail}>
      <ul>
        <li class={`view mentions-page${unread ? '' : ' none'}`}>
          <Link to={{ page: 'mentions', caseId: null }} aria-current={address.page === 'mentions' ? 'page' : undefined}>
            {texts.title} {unread !== null && <span class="count">{spacedCount(lang, unread)}</span>}
          </Link>
        </li>
      </ul>
    </nav>
  );
};

/** What everybody sees of the city, for those who answer for it; nothing for the rest. */
const Publicity = ({ reports }: { reports: number | null }): JSX.Element | null => {
  const { lang, words, me, address } = useDesk();
  const { publicity: texts } = words;
  const pages = [
    { page: 'reports', title: texts.reports.short, count: reports },
    { page: 'publicity', title: texts.switches.short, count: null },
  ] as const;
  const open = pages.filter(({ page }) => opensTo(page, me.permissions));
  if (open.length === 0) return null;
  return (
    <nav class="publicity-pages" aria-label={texts.rail}>
      <ul>
        {open.map(({ page, title, count }) => (
          <li key={page} class={`view ${page}-page${count ? '' : ' none'}`}>
            <Link to={{ page, caseId: null }} aria-current={address.page === page ? 'page' : undefined}>
              {title} {count !== null && <span class="count">{spacedCount(lang, count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Pages that have a list of their own to the left side, each for whoever may open it; nothing for the rest. */
const Apart = ({
  page,
  nav,
  title,
}: {
  page:
    | 'people'
    | 'signature'
    | 'petitions'
    | 'post'
    | 'calls'
    | 'journals'
    | 'figures'
    | 'staff'
    | 'reference'
    | 'messages'
    | 'templates'
    | 'message-texts'
    | 'routing'
    | 'audit';
  nav: string;
  title: string;
}) => {
  const { me, address } = useDesk();
  if (!opensTo(page, me.permissions)) return null;
  return (
    <nav aria-label={nav}>
      <ul>
        <li class="view">
          <Link to={{ page, caseId: null }} aria-current={address.page === page ? 'page' : undefined}>
            {title}
          </Link>
        </li>
      </ul>
    </nav>
  );
};

/** The left side: what can be looked at, who is at the desk, and whether it hears of changes as they happen. */
export const Rail = ({
  view,
  counts,
  ownViews,
  reports,
  mentions,
  isLive,
  openHelp,
}: {
  view: RegisterView;
  counts: CaseListState['counts'];
  ownViews: OwnViews;
  /** How many reports wait; null where that is not known. */
  reports: number | null;
  /** How many notes that name this person are unread; null where that is not known. */
  mentions: number | null;
  isLive: boolean;
  openHelp: () => void;
}): JSX.Element => {
  const { lang, words, me, address } = useDesk();
  const { desk, common } = words;
  const other = lang === 'uk' ? 'en' : 'uk';
  return (
    <header class="rail">
      <p class="brand">
        <BrandMark />
        {common.site} <span>{desk.title}</span>
      </p>
      {me.permissions.includes('case.enter') && (
        <p class="enter">
          <Link class="button primary" to={{ page: 'new', caseId: null }}>
            {desk.rail.newAppeal}
          </Link>
        </p>
      )}
      <Views view={view} counts={counts} />
      <OwnViewsNav views={ownViews} />
      <Mentions unread={mentions} />
      <Publicity reports={reports} />
      <Apart page="people" nav={words.people.rail} title={words.people.title} />
      <Apart page="signature" nav={words.signing.rail} title={words.signing.short} />
      <Apart page="petitions" nav={words.petitions.title} title={words.petitions.title} />
      <Apart page="post" nav={words.post.rail} title={words.post.title} />
      <Apart page="calls" nav={words.post.calls.title} title={words.post.calls.title} />
      <Apart page="journals" nav={words.journals.rail} title={words.journals.title} />
      <Apart page="figures" nav={words.figures.rail} title={words.figures.title} />
      <Apart page="staff" nav={words.admin.staff.rail} title={words.admin.staff.short} />
      <Apart page="reference" nav={words.reference.rail} title={words.reference.title} />
      <Apart page="messages" nav={words.messages.rail} title={words.messages.title} />
      <Apart page="templates" nav={words.templates.rail} title={words.templates.title} />
      <Apart page="message-texts" nav={words.messageTexts.rail} title={words.messageTexts.title} />
      <Apart page="routing" nav={words.routing.rail} title={words.routing.title} />
      <Apart page="audit" nav={words.audit.rail} title={words.audit.title} />
      <div class="who">
        <p class={isLive ? 'live on' : 'live'}>{isLive ? desk.rail.live : desk.rail.notLive}</p>
        <p>
          <strong>{me.name}</strong>
          <span>{me.post}</span>
        </p>
        <ul>
          <li class="for-keys">
            <button type="button" class="link" onClick={openHelp}>
              {desk.rail.help}
            </button>
          </li>
          <li>
            <a href={writeAddress(other, address)} lang={other} title={desk.rail.languageSays}>
              {desk.rail.language}
            </a>
          </li>
          <li>
            <a href={addressIn(lang, '/desk/password')}>{words.admin.staff.myAccess}</a>
          </li>
          <li>
            <form method="post" action={addressIn(lang, '/desk/sign-out')}>
              <button type="submit" class="link">
                {desk.rail.signOut}
              </button>
            </form>
          </li>
        </ul>
      </div>
    </header>
  );
};
