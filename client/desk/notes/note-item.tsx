import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type CaseNote, editNote, withdrawNote } from '#shared/contract/notes.ts';
import { momentInFull, timeOfDay } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { useSending } from '../form/use-sending.ts';
import { NoteForm } from './note-form.tsx';
import { NoteWords } from './note-words.tsx';

/** Whether the time for changes still runs, from when the note came: by seconds, for clocks of machines differ. */
function useStillOpen({ mayChangeForS }: CaseNote): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    setOver(false);
    if (mayChangeForS === null) return;
    const timer = setTimeout(() => setOver(true), mayChangeForS * 1_000);
    return () => clearTimeout(timer);
  }, [mayChangeForS]);
  return mayChangeForS !== null && !isOver;
}

/** One note, with what its author may still do to it. */
export const NoteItem = ({
  caseId,
  note,
  changed,
}: {
  caseId: string;
  note: CaseNote;
  /** Something was done to it, which is to be said in these words. */
  changed: (words: string) => void;
}): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { notes: texts } = words;
  const [doing, setDoing] = useState<'edit' | 'withdraw' | null>(null);
  const { isSending, refused, send } = useSending();
  const mayChange = useStillOpen(note);
  const item = useRef<HTMLLIElement>(null);
  const wasDoing = useRef(doing);
  // What was pressed gives way to what comes in its place, and so does the focus.
  useLayoutEffect(() => {
    const next = doing === 'withdraw' ? '.sure' : '.own button';
    if (doing !== wasDoing.current && doing !== 'edit') item.current?.querySelector<HTMLElement>(next)?.focus();
    wasDoing.current = doing;
  }, [doing]);
  const at = momentInFull(lang, note.at);
  const params = { id: caseId, noteId: note.id };
  const withdraw = async (): Promise<void> => {
    if (await send(() => ask(withdrawNote, { params }))) changed(texts.withdrawnNow);
  };
  return (
    <li ref={item} class={note.text === null ? 'note gone' : 'note'}>
      <p class="about">
        <strong>{note.by.name}</strong> {note.isByLink && <span class="muted">{words.links.byLink}</span>}{' '}
        <time dateTime={note.at}>{at}</time>
        {note.editedAt && <span class="muted">{fill(texts.edited, { time: timeOfDay(note.editedAt) })}</span>}
        {note.mentions.some(({ isOneself }) => isOneself) && <span class="names-you">{texts.namesYou}</span>}
      </p>
      {note.text === null && <p class="muted">{texts.withdrawn}</p>}
      {note.text !== null && doing !== 'edit' && <NoteWords text={note.text} mentions={note.mentions} />}
      {doing === 'edit' && (
        <NoteForm
          caseId={caseId}
          name="noteEdit"
          note={note}
          wished={0}
          send={(text) => ask(editNote, { params, body: { text } })}
          closed={(isSent) => {
            setDoing(null);
            if (isSent) changed(texts.editedNow);
          }}
        />
      )}
      <Refused by={refused} />
      {doing === 'withdraw' && (
        <>
          <p class="hint">{texts.withdrawSure}</p>
          <p class="actions">
            <button type="button" class="button secondary sure" aria-busy={isSending} onClick={() => void withdraw()}>
              {texts.withdrawYes}
            </button>
            <button type="button" class="button quiet" onClick={() => setDoing(null)}>
              {texts.cancel}
            </button>
          </p>
        </>
      )}
      {mayChange && !doing && (
        <p class="own">
          <button type="button" class="link" aria-label={fill(texts.editThis, { at })} onClick={() => setDoing('edit')}>
            {texts.edit}
          </button>
          <button
            type="button"
            class="link"
            aria-label={fill(texts.withdrawThis, { at })}
            onClick={() => setDoing('withdraw')}
          >
            {texts.withdraw}
          </button>
        </p>
      )}
    </li>
  );
};
