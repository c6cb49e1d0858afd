import type { ComponentChildren, JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { FormDialog } from '../form/form-dialog.tsx';
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
  return (
    <FormDialog
      title={title}
      closed={closed}
      sending={{ isSending, refused }}
      texts={texts}
      onInput={draft.onInput}
      send={send}
    >
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
    </FormDialog>
  );
};
