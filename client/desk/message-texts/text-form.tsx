import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { MessageText } from '#shared/contract/message-texts.ts';
import { type MessagePlace, placesOf } from '#shared/domain/message-texts.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { Refused } from '../form/refused.tsx';
import { SaveOrCancel } from '../form/save-or-cancel.tsx';
import { sendByKey } from '../form/send-by-key.ts';
import { useDraft } from '../form/use-draft.ts';
import { Editions } from './editions.tsx';
import { Measure } from './measure.tsx';
import type { MessageTexts } from './use-message-texts.ts';

/** The form of one text: its next edition, measured while it is typed. */
export const TextForm = ({
  of,
  texts: kept,
  saved,
  closed,
}: {
  of: MessageText;
  texts: MessageTexts;
  saved: () => void;
  closed: () => void;
}): JSX.Element => {
  const { words } = useDesk();
  const { messageTexts: texts, common } = words;
  const { site, pricePerPart, isSending, refused } = kept;
  const { values, set, onInput } = useDraft(null, { text: of.text, note: '' });
  const { text = '', note = '' } = values;
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refused]);
  const area = (): HTMLTextAreaElement | null => form.current?.querySelector('textarea') ?? null;
  const insert = (place: MessagePlace): void => {
    const at = area();
    if (!at) return;
    at.setRangeText(`{${place}}`, at.selectionStart, at.selectionEnd, 'end');
    kept.begin();
    set('text', at.value);
    at.focus();
  };
  const send = async (): Promise<void> => {
    if (await kept.save(of, { text, note })) saved();
  };
  const errors = refused?.fields ?? {};
  return (
    <Dialog title={fill(texts.changeTitle, { event: texts.events[of.template] })} closed={closed} isWide>
      <form
        ref={form}
        noValidate
        onInput={(event) => {
          if (refused) kept.begin(); // what was refused is not what stands there now
          onInput(event);
        }}
        onKeyDown={sendByKey}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Refused by={refused} />
        <TextArea name="text" label={texts.text} hint={texts.textHint} value={text} error={errors.text} rows={3} />
        <fieldset class="template-insert">
          <legend>{texts.insert}</legend>
          {placesOf(of.template).map((place) => (
            <button key={place} type="button" class="button quiet" onClick={() => insert(place)}>
              {`{${place}}`} <span class="muted">{texts.places[place]}</span>
            </button>
          ))}
        </fieldset>
        <Measure {...{ template: of.template, text, site, pricePerPart }} areFaultsSaid={Boolean(errors.text)} />
        <Field
          name="note"
          label={texts.note}
          hint={texts.noteHint}
          optional={common.optional}
          value={note}
          error={errors.note}
          autocomplete="off"
        />
        <SaveOrCancel isSending={isSending} texts={texts} closed={closed} />
        <Editions
          of={of}
          take={(edition) => {
            kept.begin();
            set('text', edition.text);
            set('note', fill(texts.takenBack, { version: edition.version }));
            area()?.focus();
          }}
        />
      </form>
    </Dialog>
  );
};
