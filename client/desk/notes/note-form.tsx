import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import { Select } from '#client/views/forms/select.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { Brought } from '#shared/contract/endpoint.ts';
import { type CaseNote, listColleagues } from '#shared/contract/notes.ts';
import { useDesk } from '../desk-context.ts';
import { sendByKey } from '../form/send-by-key.ts';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';

type Colleagues = Brought<typeof listColleagues>['items'];

/** Adds `@login` where the writer is, and brings them back to their words. */
function addMention(field: HTMLTextAreaElement, login: string): void {
  const { selectionStart: at, selectionEnd: end, value } = field;
  const before = at > 0 && !/\s$/.test(value.slice(0, at)) ? ' ' : '';
  field.setRangeText(`${before}@${login} `, at, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}

/** Words for colleagues: a new note, or one's own that is worded anew. It takes the focus when it comes, and whenever it is `wished`. */
export const NoteForm = ({
  caseId,
  name,
  note,
  wished,
  send,
  closed,
}: {
  caseId: string;
  /** Of the field; no two on a page are the same. */
  name: string;
  /** The one that is worded anew; null for a new one. */
  note: CaseNote | null;
  wished: number;
  send: (text: string) => Promise<unknown>;
  /** It was sent, or given up. */
  closed: (isSent: boolean) => void;
}): JSX.Element => {
  const { notes: texts } = useDesk().words;
  const { isSending, refused, send: sending } = useSending();
  const draft = useDraft(note ? null : `note ${caseId}`, { [name]: note?.text ?? '' });
  const [colleagues, setColleagues] = useState<Colleagues>([]);
  const form = useRef<HTMLFormElement>(null);
  const field = (): HTMLTextAreaElement | null => form.current?.querySelector('textarea') ?? null;
  useLayoutEffect(() => field()?.focus(), [wished, refused]);
  // The whole form is to be seen, its button too, above what is pinned under the card.
  useLayoutEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), [wished, refused, colleagues]);
  useEffect(() => {
    // Logins can be typed as well: where the list does not come, the form is as good without it.
    const come = call(listColleagues, { params: { id: caseId } }).then(({ items }) => setColleagues(items));
    void come.catch(() => undefined);
  }, [caseId]);

  const submit = async (): Promise<void> => {
    if ((await sending(() => send(draft.values[name] ?? ''))) === null) return;
    draft.clear();
    closed(true);
  };
  const whom = `${name}Whom`;
  const mention = (): void => {
    const select = form.current?.querySelector('select');
    const at = field();
    if (!select || !at) return;
    if (select.value) addMention(at, select.value);
    else select.focus();
    select.value = '';
  };
  return (
    <form
      ref={form}
      class="note-form"
      noValidate
      onInput={(event) => event.target instanceof HTMLTextAreaElement && draft.onInput(event)}
      onKeyDown={sendByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {refused && !refused.fields.text && (
        <p class="error" role="alert">
          {refused.message}
        </p>
      )}
      <TextArea
        name={name}
        label={texts.text}
        hint={texts.hint}
        error={refused?.fields.text}
        value={draft.values[name]}
        rows={4}
      />
      {colleagues.length > 0 && (
        <div class="whom">
          <Select
            name={whom}
            label={texts.whom}
            optional={texts.optional}
            prompt={texts.whomPrompt}
            groups={[
              { options: colleagues.map(({ login, name: who, post }) => ({ value: login, label: `${who}, ${post}` })) },
            ]}
          />
          <button type="button" class="button secondary" onClick={mention}>
            {texts.addWhom}
          </button>
        </div>
      )}
      <p class="actions">
        <button type="submit" class="button primary" aria-busy={isSending}>
          {isSending ? texts.saving : note ? texts.editSave : texts.save}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            draft.clear();
            closed(false);
          }}
        >
          {texts.cancel}
        </button>
      </p>
    </form>
  );
};
