import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { Dialog } from '../dialog.tsx';
import { Refused } from '../form/refused.tsx';
import { SaveOrCancel } from '../form/save-or-cancel.tsx';
import type { Draft } from '../form/use-draft.ts';
import type { Sending } from '../form/use-sending.ts';

type SumTexts = Readonly<
  Record<'kopiykas' | 'kopiykasHint' | 'kopiykasWrong' | 'source' | 'sourceHint' | 'save' | 'saving' | 'cancel', string>
>;
/** The form of a sum in hryvnias and of the act it stands in, with what else it is about before them. */
export const SumDialog = ({
  title,
  texts,
  draft,
  sending: { isSending, refused },
  send,
  closed,
  children,
}: {
  title: string;
  texts: SumTexts;
  draft: Draft;
  sending: Sending;
  send: () => void;
  closed: () => void;
  children: ComponentChildren;
}): JSX.Element => {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refused]);
  return (
    <Dialog title={title} closed={closed}>
      <form
        ref={form}
        noValidate
        onInput={draft.onInput}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Refused by={refused} />
        {children}
        <Field
          name="hryvnias"
          label={texts.kopiykas}
          hint={texts.kopiykasHint}
          value={draft.values.hryvnias}
          error={refused?.fields.kopiykas && texts.kopiykasWrong}
          width="half"
          autocomplete="off"
        />
        <Field
          name="source"
          label={texts.source}
          hint={texts.sourceHint}
          value={draft.values.source}
          error={refused?.fields.source}
          maxLength={300}
          autocomplete="off"
        />
        <SaveOrCancel isSending={isSending} texts={texts} closed={closed} />
      </form>
    </Dialog>
  );
};
