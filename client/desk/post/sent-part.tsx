import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { listPostalItems, type PostalItem, sendAgain } from '#shared/contract/post.ts';
import type { PostalState } from '#shared/domain/postal.ts';
import { fill } from '#shared/texts/fill.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { useSending } from '../form/use-sending.ts';
import { shortDate } from '../short-date.ts';
import { ITEM_COLUMNS, ItemCells } from './item-cells.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { ListFrame } from './list-frame.tsx';
import { usePages } from './use-pages.ts';
import type { PostalCounts } from './waiting-part.tsx';

const COLUMNS = [...ITEM_COLUMNS, 'registry', 'tracking', 'outcome', 'deeds'] as const;

/** Papers that were handed to the post, in one state. */
export const SentPart = ({
  state,
  counted,
}: {
  state: Exclude<PostalState, 'waiting'>;
  counted: (counts: PostalCounts) => void;
}): JSX.Element => {
  const { lang, words, ask, today } = useDesk();
  const { post: texts } = words;
  const [openId, setOpen] = useState<string | null>(null);
  const load = useCallback(
    async (cursor: string | null) => {
      const page = await ask(listPostalItems, { query: { state, ...(cursor && { cursor }) } });
      counted(page.counts);
      return page;
    },
    [ask, state, counted],
  );
  const list = usePages<PostalItem>(load);
  const { send, isSending, refused } = useSending();
  const [said, setSaid] = useState('');
  const again = async ({ id, outgoingNumber }: PostalItem): Promise<void> => {
    setSaid('');
    if (!(await send(() => ask(sendAgain, { params: { id }, body: {} })))) return;
    setSaid(fill(texts.settle.doneAgain, { outgoing: outgoingNumber }));
    list.again();
  };
  const items = list.read?.items ?? [];
  const open = items.find(({ id }) => id === openId);
  return (
    <ListFrame list={list} empty={texts.empty[state]}>
      <p class="said" role="status">
        {said}
      </p>
      <Refused by={refused} />
      <table class="switches">
        <caption class="unseen">{texts.states[state]}</caption>
        <ColumnHeads of={COLUMNS} words={texts.columns} />
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <ItemCells item={item} />
              <td>{item.registry && `№ ${item.registry.number}`}</td>
              <td>{item.trackingNumber}</td>
              <td>
                {item.outcome && (
                  <>
                    <time dateTime={item.outcome.on}>{shortDate(lang, item.outcome.on, today())}</time>
                    {item.outcome.reason && <span class="muted">{texts.reasons[item.outcome.reason]}</span>}
                  </>
                )}
              </td>
              <td>
                <button
                  type="button"
                  class="button secondary"
                  aria-label={fill(texts.settle.openThis, { outgoing: item.outgoingNumber })}
                  onClick={() => setOpen(item.id)}
                >
                  {texts.settle.open}
                </button>{' '}
                {item.state === 'returned' && !item.isSentAgain && (
                  <button
                    type="button"
                    class="button secondary"
                    aria-label={fill(texts.settle.againThis, { outgoing: item.outgoingNumber })}
                    aria-busy={isSending}
                    onClick={() => void again(item)}
                  >
                    {texts.settle.again}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && (
        <ItemDialog
          item={open}
          closed={() => setOpen(null)}
          changed={(item) => {
            setOpen(null);
            if (item.state === state) list.put(({ id }) => id === item.id, item);
            else list.again();
          }}
        />
      )}
    </ListFrame>
  );
};
