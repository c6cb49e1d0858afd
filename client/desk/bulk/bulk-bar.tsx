import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CaseRow } from '#shared/contract/register.ts';
import { BULK_VERBS, type BulkVerb } from '#shared/domain/bulk.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { KeyMark } from '../key-mark.tsx';
import { ChosenFieldListLink } from '../places/field-list-link.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { Refusals } from './refusals.tsx';
import type { BulkState } from './use-bulk.ts';

/** What each thing asks of whoever orders it. */
const PERMISSION: Readonly<Record<BulkVerb, Permission>> = {
  accept: 'case.work',
  assign: 'case.assign',
  reclassify: 'case.reclassify',
  draft: 'case.work',
  ask: 'case.work',
  interim: 'case.work',
};
/** What this person may order for many cases at all. */
export const bulkVerbsOf = (permissions: readonly Permission[]): BulkVerb[] =>
  BULK_VERBS.filter((verb) => permissions.includes(PERMISSION[verb]));

/** How the last order goes on, with the way to take it back while there is one. */
const Order = ({ state: { order, isLost, undo, hide } }: { state: BulkState }): JSX.Element | null => {
  const { lang, words } = useDesk();
  const { bulk: texts } = words;
  if (!order) return null;
  const { done, total, verb } = order;
  const says = {
    waiting: fill(texts.waiting, { verb: texts.verbs[verb], count: plural(lang, total, texts.count) }),
    running: fill(texts.running, { done, total }),
    done: fill(texts.finished, { done, total }),
    cancelled: texts.undone,
  };
  const isOver = order.state === 'done' || order.state === 'cancelled';
  return (
    <div class="bulk-order">
      <p role="status">
        {says[order.state]} {isLost && <span class="error">{texts.lost}</span>}
      </p>
      {order.state === 'waiting' && (
        <button type="button" class="button secondary" onClick={undo}>
          {texts.undo} <KeyMark of="undo" />
        </button>
      )}
      {order.state === 'running' && <progress max={total} value={done} aria-label={says.running} />}
      {order.state === 'done' && <Refusals refused={order.refused} />}
      {isOver && (
        <button type="button" class="button quiet" onClick={hide}>
          {texts.hide}
        </button>
      )}
    </div>
  );
};

/** What can be done with the chosen cases, and how the last order goes on; nothing while there is neither. */
export const BulkBar = ({
  chosen,
  clear,
  state,
}: {
  chosen: readonly CaseRow[];
  clear: () => void;
  state: BulkState;
}): JSX.Element => {
  const { lang, words, me } = useDesk();
  const { bulk: texts } = words;
  const [verb, open] = useState<BulkVerb | null>(null);
  return (
    <>
      <Order state={state} />
      {chosen.length > 0 && (
        <section class="bulk-bar" aria-label={texts.bar}>
          <p role="status">{plural(lang, chosen.length, texts.picked)}</p>
          {bulkVerbsOf(me.permissions).map((each) => (
            <button key={each} type="button" class="button secondary" onClick={() => open(each)}>
              {texts.verbs[each]}
            </button>
          ))}
          <ChosenFieldListLink chosen={chosen} />
          <button type="button" class="button quiet" onClick={clear}>
            {texts.clear}
          </button>
        </section>
      )}
      {verb && (
        <BulkDialog
          key={verb}
          verb={verb}
          cases={chosen}
          place={async (order) => {
            await state.place(order);
            open(null);
            clear();
          }}
          closed={() => open(null)}
        />
      )}
    </>
  );
};
