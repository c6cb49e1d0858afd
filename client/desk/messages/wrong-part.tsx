import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { listWrongMessages, WRONG_STATES, type WrongMessage } from '#shared/contract/messages.ts';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { ListFrame } from '../post/list-frame.tsx';
import { usePages } from '../post/use-pages.ts';
import { ResendDialog } from './resend-dialog.tsx';
import { WrongRow } from './wrong-row.tsx';

type State = (typeof WRONG_STATES)[number];
const COLUMNS = ['at', 'what', 'case', 'reason', 'deed'] as const;
/** The messages that did not arrive, or of which nobody knows, each with the way to send it again. */
export const WrongPart = ({
  pricePerPart,
  changed,
}: {
  pricePerPart: number | null;
  changed: () => void;
}): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { wrong: texts, resend } = words.messages;
  const [state, setState] = useState<State>('unknown');
  const [counts, setCounts] = useState<Partial<Record<State, number>>>({});
  const [open, setOpen] = useState<WrongMessage | null>(null);
  const [done, setDone] = useState('');
  const load = useCallback(
    async (cursor: string | null) => {
      const page = await ask(listWrongMessages, { query: { state, limit: 20, ...(cursor && { cursor }) } });
      setCounts(page.counts);
      return page;
    },
    [ask, state],
  );
  const list = usePages<WrongMessage>(load);
  useEffect(() => setDone(''), [state]);
  const sent = (message: WrongMessage, round: number): void => {
    setOpen(null);
    list.put(({ id }) => id === message.id, { ...message, mayResend: false });
    setDone(fill(resend.done, { round }));
    changed();
  };
  return (
    <section class="messages-part" aria-labelledby="messages-wrong" aria-busy={list.isLoading}>
      <h3 id="messages-wrong">{texts.title}</h3>
      <fieldset class="post-parts">
        <legend class="unseen">{texts.tabs}</legend>
        {WRONG_STATES.map((each) => (
          <label key={each}>
            <input type="radio" name="wrong-state" checked={each === state} onChange={() => setState(each)} />
            {texts.states[each]}{' '}
            {counts[each] !== undefined && <span class="count">{spacedCount(lang, counts[each] ?? 0)}</span>}
          </label>
        ))}
      </fieldset>
      <p class="said" role="status">
        {done}
      </p>
      <ListFrame list={list} empty={texts.empty[state]}>
        <table class="switches wrong-messages">
          <caption class="unseen">{texts.states[state]}</caption>
          <ColumnHeads of={COLUMNS} words={texts.columns} />
          <tbody>
            {list.read?.items.map((message) => (
              <WrongRow key={message.id} message={message} resend={() => setOpen(message)} />
            ))}
          </tbody>
        </table>
      </ListFrame>
      {open && (
        <ResendDialog
          message={open}
          pricePerPart={pricePerPart}
          sent={(round) => sent(open, round)}
          closed={() => setOpen(null)}
        />
      )}
    </section>
  );
};
