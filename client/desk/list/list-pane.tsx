import type { JSX } from 'preact';
import type { RegisterView } from '#shared/contract/register-list.ts';
import { plural } from '#shared/texts/plural.ts';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import type { BulkState } from '../bulk/use-bulk.ts';
import { useDesk } from '../desk-context.ts';
import { Chips } from '../filters/chips.tsx';
import { FilterPanel } from '../filters/filter-panel.tsx';
import { SearchForm } from '../filters/search-form.tsx';
import { KeyMark } from '../key-mark.tsx';
import { More } from '../more.tsx';
import { KeepView } from '../own-views/keep-view.tsx';
import type { OwnViews } from '../own-views/use-own-views.ts';
import { CaseMapPart } from '../places/case-map-part.tsx';
import { FieldListLink } from '../places/field-list-link.tsx';
import { LookSwitch } from '../places/look-switch.tsx';
import { Retry } from '../retry.tsx';
import { CaseTable } from './case-table.tsx';
import type { CaseListState } from './use-case-list.ts';
import type { Selection } from './use-selection.ts';

/** The bar that says how much is new; its place is kept free, so that nothing moves when it comes. */
const Changes = ({ changes, reload }: { changes: number; reload: () => void }): JSX.Element => {
  const { lang, words } = useDesk();
  const { list } = words.desk;
  return (
    <p class="changes" aria-live="polite">
      {changes > 0 && (
        <button type="button" class="button primary" onClick={reload}>
          {plural(lang, changes, list.changes)} · {list.changesShow} <KeyMark of="reload" />
        </button>
      )}
    </p>
  );
};

const Body = ({
  view,
  state,
  selection,
}: {
  view: RegisterView;
  state: CaseListState;
  selection: Selection | null;
}): JSX.Element => {
  const { words, address } = useDesk();
  const isNarrowed = Object.keys(address.filters).length > 0;
  const texts = words.desk.list;
  const { list, isLoading, failed, more } = state;
  const isOdd = isNarrowed && Object.keys(failed?.trouble.fields ?? {}).length > 0;
  if (!list && isOdd)
    return (
      <p class="quiet error" role="alert">
        {words.filters.unknown}
      </p>
    );
  if (!list)
    return failed ? (
      <Retry words={failed.trouble.message} again={failed.again} />
    ) : (
      <p class="quiet loading" role="status">
        {texts.loading}
      </p>
    );
  if (list.rows.length === 0)
    return <p class="quiet empty">{isNarrowed ? words.filters.nothing : words.desk.empty[view]}</p>;
  return (
    <>
      <CaseTable list={list} caption={words.desk.views[view]} selection={selection} />
      {failed && <Retry words={failed.trouble.message} again={failed.again} />}
      {list.next && !failed && <More {...{ isLoading, more, texts }} />}
    </>
  );
};

/** The views of cases on which no term runs. */
const UNDATED: readonly RegisterView[] = ['answered', 'not_resolved', 'text_failed'];
/** The middle of the desk: one view of the register. */
export const ListPane = ({
  view,
  state,
  selection,
  bulk,
  ownViews,
}: {
  view: RegisterView;
  state: CaseListState;
  ownViews: OwnViews;
  selection: Selection | null;
  bulk: BulkState;
}): JSX.Element => {
  const { lang, words, address } = useDesk();
  const { desk } = words;
  return (
    <section class="list" id="list" tabIndex={-1} aria-labelledby="list-title">
      <header class="list-head">
        <h2 id="list-title">{desk.views[view]}</h2>
        <p class="hint">
          {state.total !== null && plural(lang, state.total, desk.list.count)}
          {state.total !== null && !address.isMap && !UNDATED.includes(view) && (
            <span class="order">, {desk.list.soonestFirst}</span>
          )}
        </p>
        <Changes changes={state.list?.changes ?? 0} reload={state.reload} />
        <div class="narrow">
          <SearchForm />
          <FilterPanel />
        </div>
        <Chips />
        <KeepView view={view} views={ownViews} />
        <div class="list-looks">
          <LookSwitch />
          {state.total ? <FieldListLink view={view} /> : null}
        </div>
        {selection && <BulkBar chosen={selection.rows} clear={selection.clear} state={bulk} />}
      </header>
      <div class="lines">
        {address.isMap ? (
          <CaseMapPart view={view} news={`${state.total} ${state.list?.changes}`} />
        ) : (
          <Body view={view} state={state} selection={selection} />
        )}
      </div>
    </section>
  );
};
