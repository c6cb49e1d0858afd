import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { watchRegister } from '#client/platform/live.ts';
import type { CaseCard, CaseRow } from '#shared/contract/register.ts';
import type { RegisterView } from '#shared/contract/register-list.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { type DeskPage, isWholePage, openTo } from './address.ts';
import { StaffPage } from './admin/staff-page.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { bulkVerbsOf } from './bulk/bulk-bar.tsx';
import { useBulk } from './bulk/use-bulk.ts';
import { CardPane, NoCard } from './card/card-pane.tsx';
import { useCard } from './card/use-card.ts';
import { type Desk, DeskProvider } from './desk-context.ts';
import { FiguresPage } from './figures/figures-page.tsx';
import { focusSearch } from './filters/search-form.tsx';
import { firstView } from './first-view.ts';
import { memoryDrafts } from './form/drafts.ts';
import { HelpDialog } from './help-dialog.tsx';
import { IntakePage } from './intake/intake-page.tsx';
import { JournalsPage } from './journals/journals-page.tsx';
import { ListPane } from './list/list-pane.tsx';
import { useCaseList } from './list/use-case-list.ts';
import { useSelection } from './list/use-selection.ts';
import { focusLine, walk, withLine } from './list/walk.ts';
import { MessageTextsPage } from './message-texts/message-texts-page.tsx';
import { MessagesPage } from './messages/messages-page.tsx';
import { MentionsPane } from './notes/mentions-pane.tsx';
import { useMentions } from './notes/use-mentions.ts';
import { useOwnViews } from './own-views/use-own-views.ts';
import { PeoplePage } from './people/people-page.tsx';
import { PetitionsPage } from './petitions/petitions-page.tsx';
import { CallsPage } from './post/calls-page.tsx';
import { PostPage } from './post/post-page.tsx';
import { PublicityPage } from './publicity/publicity-page.tsx';
import { Rail } from './rail/rail.tsx';
import { ReferencePage } from './reference/reference-page.tsx';
import { ReportsPane } from './reports/reports-pane.tsx';
import { useReports } from './reports/use-reports.ts';
import { RoutingPage } from './routing/routing-page.tsx';
import { SignInDialog } from './session/sign-in-dialog.tsx';
import { useSession } from './session/use-session.ts';
import { SignaturePage } from './signature/signature-page.tsx';
import { useKnownTemplates } from './templates/known-templates.ts';
import { TemplatesPage } from './templates/templates-page.tsx';
import { useAddress } from './use-address.ts';
import { useKeyChoice, useKeys } from './use-keys.ts';
import type { DeskWords } from './words.ts';

/** What the desk is opened with. */
export type DeskStart = Pick<Desk, 'lang' | 'words' | 'me' | 'catalogue' | 'ground' | 'today'>;

const NO_ROWS: readonly CaseRow[] = [];
/** Gives the focus back to the line of a case that was closed. */
function useReturnToLine(caseId: string | null): void {
  const before = useRef(caseId);
  useLayoutEffect(() => {
    if (before.current && !caseId) focusLine(before.current);
    before.current = caseId;
  }, [caseId]);
}
/** Asks before a page is left on which something typed would be lost. */
function useLeaveGuard({ has }: Desk['drafts']): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent): void => {
      if (has('')) event.preventDefault();
    };
    addEventListener('beforeunload', guard);
    return () => removeEventListener('beforeunload', guard);
  }, [has]);
}

/** What the middle of the desk is called while no case is open. */
const pageTitle = (
  {
    admin,
    audit,
    desk,
    figures,
    intake,
    journals,
    messages,
    messageTexts,
    notes,
    people,
    petitions,
    post,
    publicity,
    reference,
    routing,
    signing,
    templates,
  }: DeskWords,
  { page, view }: { page: DeskPage; view: RegisterView },
): string =>
  ({
    cases: desk.views[view],
    mentions: notes.mentions.title,
    new: intake.title,
    people: people.title,
    reports: publicity.reports.title,
    publicity: publicity.switches.title,
    signature: signing.title,
    petitions: petitions.title,
    post: post.title,
    calls: post.calls.title,
    journals: journals.title,
    staff: admin.staff.title,
    reference: reference.title,
    messages: messages.title,
    templates: templates.title,
    'message-texts': messageTexts.title,
    routing: routing.title,
    figures: figures.title,
    audit: audit.title,
  })[page];

/** The operators' desk: lists on the left, lines in the middle, the open case on the right. */
export const DeskApp = (start: DeskStart): JSX.Element => {
  const { lang, words, me } = start;
  const { ask, withSession, isAsking, settle } = useSession();
  const [said, go] = useAddress(lang);
  const address = openTo(said, me.permissions);
  const drafts = useMemo(memoryDrafts, []);
  const templates = useKnownTemplates(ask, words.desk.trouble.offline);
  const desk: Desk = { ...start, address, go, ask, withSession, drafts, templates };
  const { page, caseId } = address;
  const isWhole = isWholePage(address);
  const view = address.view ?? firstView(me.permissions);

  const list = useCaseList({ view, filters: address.filters }, desk);
  const { took, check, reload } = list;
  const selection = useSelection(list.list?.rows ?? NO_ROWS);
  const maySelect = bulkVerbsOf(me.permissions).length > 0;
  const bulk = useBulk(ask, check);
  const ownViews = useOwnViews(ask);
  useEffect(() => {
    if (list.counts) ownViews.load();
  }, [list.counts]);
  const came = useCallback((card: CaseCard) => took(card, false), [took]);
  const card = useCard(caseId, desk, came);
  const reports = useReports(desk, page === 'reports');
  const mentions = useMentions(desk, page === 'mentions');
  const arrived = (moved: CaseCard, isMoved: boolean): void => {
    took(moved, isMoved);
    card.take(moved);
  };

  const [isLive, setLive] = useState(false);
  const heard = useRef<(ids: readonly string[]) => void>(() => undefined);
  heard.current = (ids) => {
    check();
    if (caseId && (ids.length === 0 || ids.includes(caseId))) card.refresh();
  };
  useEffect(() => watchRegister({ changed: (ids) => heard.current(ids), heard: setLive }), []);

  const [areKeysOn, chooseKeys] = useKeyChoice();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useKeys(
    {
      help: () => setHelpOpen(true),
      ...(me.permissions.includes('case.enter') && { enter: () => go({ page: 'new', caseId: null }) }),
      ...(page === 'cases' && {
        next: () => walk(1, caseId),
        previous: () => walk(-1, caseId),
        search: focusSearch,
        reload,
        look: () => go({ isMap: !address.isMap }),
        ...(maySelect && { select: () => withLine(caseId, selection.toggle), undo: bulk.undo }),
      }),
      ...((caseId || isWhole) && { close: () => go(caseId ? { caseId: null } : { page: 'cases' }) }),
    },
    areKeysOn,
  );
  useReturnToLine(caseId);
  useLeaveGuard(drafts);
  const row = list.list?.rows.find(({ id }) => id === caseId) ?? null;
  const number = card.card?.number ?? row?.number;
  useEffect(() => {
    const place = number ? spacedNumber(number) : pageTitle(words, { page, view });
    document.title = `${place} · ${words.desk.title} · ${words.common.site}`;
  }, [words, page, number, view]);

  return (
    <DeskProvider value={desk}>
      <a class="skip" href="#main">
        {words.desk.skip}
      </a>
      <div class={['desk', caseId && 'has-card', isWhole && 'is-whole'].filter(Boolean).join(' ')}>
        <Rail
          view={view}
          counts={list.counts}
          ownViews={ownViews}
          reports={reports.reports?.length ?? null}
          mentions={mentions.unread}
          isLive={isLive}
          openHelp={() => setHelpOpen(true)}
        />
        <main id="main" tabIndex={-1}>
          <h1 class="unseen">{words.desk.title}</h1>
          {page === 'new' && <IntakePage entered={reload} />}
          {page === 'people' && <PeoplePage />}
          {page === 'publicity' && <PublicityPage />}
          {page === 'signature' && <SignaturePage changed={reload} />}
          {page === 'petitions' && <PetitionsPage areKeysOn={areKeysOn} />}
          {page === 'post' && <PostPage />}
          {page === 'calls' && <CallsPage />}
          {page === 'journals' && <JournalsPage />}
          {page === 'staff' && <StaffPage />}
          {page === 'reference' && <ReferencePage />}
          {page === 'messages' && <MessagesPage />}
          {page === 'templates' && <TemplatesPage />}
          {page === 'message-texts' && <MessageTextsPage />}
          {page === 'routing' && <RoutingPage />}
          {page === 'audit' && <AuditPage />}
          {page === 'figures' && <FiguresPage />}
          {page === 'cases' && (
            <ListPane
              view={view}
              state={list}
              selection={maySelect ? selection : null}
              bulk={bulk}
              ownViews={ownViews}
            />
          )}
          {page === 'mentions' && <MentionsPane state={mentions} />}
          {page === 'reports' && <ReportsPane state={reports} />}
          {caseId && (
            <CardPane
              caseId={caseId}
              row={row}
              state={card}
              arrived={arrived}
              areKeysOn={areKeysOn}
              seen={mentions.seen}
            />
          )}
          {!caseId && !isWhole && <NoCard />}
        </main>
      </div>
      {isHelpOpen && <HelpDialog areKeysOn={areKeysOn} choose={chooseKeys} closed={() => setHelpOpen(false)} />}
      {isAsking && <SignInDialog settle={settle} />}
    </DeskProvider>
  );
};
