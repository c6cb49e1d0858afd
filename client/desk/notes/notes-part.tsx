import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '#client/views/icon.tsx';
import { addNote } from '#shared/contract/notes.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';
import { KeyMark } from '../key-mark.tsx';
import { KEY_NAMES } from '../keys.ts';
import { Retry } from '../retry.tsx';
import { useKeys } from '../use-keys.ts';
import { NoteForm } from './note-form.tsx';
import { NoteItem } from './note-item.tsx';
import { useNotes } from './use-notes.ts';

/** What staff write to each other about the case; nothing on the desk looks like it that others can see. */
export const NotesPart = ({
  card,
  areKeysOn,
  seen,
}: {
  card: CaseCard;
  areKeysOn: boolean;
  seen: (unread: number) => void;
}): JSX.Element => {
  const { words, ask, drafts } = useDesk();
  const { notes: texts } = words;
  const { notes, mayWrite, trouble, load } = useNotes(card, seen);
  const [isOpen, setOpen] = useState(() => drafts.of(`note ${card.id}`) !== undefined);
  const [wished, wish] = useState(0);
  const [told, tell] = useState<string | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const open = (): void => {
    tell(null);
    setOpen(true);
    wish((times) => times + 1);
  };
  const done = async (message: string | null): Promise<void> => {
    await load();
    tell(message);
    said.current?.focus();
  };
  useKeys(mayWrite ? { note: open } : {}, areKeysOn);
  return (
    <Part title={texts.title}>
      <div class="notes">
        <p class="inside">
          <Icon of="lock" />
          {texts.inside}
        </p>
        {!notes && !trouble && <p class="muted">{texts.loading}</p>}
        {!notes && trouble && <Retry words={trouble.message} again={() => void load()} />}
        {notes?.length === 0 && <p class="muted">{texts.none}</p>}
        <ol>
          {notes?.map((note) => (
            <NoteItem key={note.id} caseId={card.id} note={note} changed={(message) => void done(message)} />
          ))}
        </ol>
        <p class="said" role="status" tabIndex={-1} ref={said}>
          {told}
        </p>
        {mayWrite && isOpen && (
          <NoteForm
            caseId={card.id}
            name="note"
            note={null}
            wished={wished}
            send={(text) => ask(addNote, { params: { id: card.id }, body: { text } })}
            closed={(isSent) => {
              setOpen(false);
              void done(isSent ? texts.saved : null);
            }}
          />
        )}
        {mayWrite && !isOpen && (
          <p class="actions">
            <button type="button" class="button secondary" aria-keyshortcuts={KEY_NAMES.note} onClick={open}>
              {texts.write} <KeyMark of="note" />
            </button>
          </p>
        )}
      </div>
    </Part>
  );
};
