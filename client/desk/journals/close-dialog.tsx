import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { closeReservation, type NumberReservation } from '#shared/contract/number-reservations.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';

/** Closes by an act the numbers of a reservation that nobody took. */
export const CloseDialog = ({
  reservation: { id, counts },
  changed,
  closed,
}: {
  reservation: NumberReservation;
  changed: (reservation: NumberReservation) => void;
  closed: () => void;
}): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { closing: texts } = words.journals;
  const { send, isSending, refused } = useSending();
  const { values, onInput } = useDraft(null, {});
  const submit = async (): Promise<void> => {
    const body = { reason: values.reason ?? '' };
    const reservation = await send(() => ask(closeReservation, { params: { id }, body }));
    if (reservation) changed(reservation);
  };
  return (
    <FormDialog
      title={texts.title}
      closed={closed}
      sending={{ isSending, refused }}
      texts={texts}
      onInput={onInput}
      send={submit}
    >
      <p>{plural(lang, counts.left, texts.says)}</p>
      <Field
        name="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        value={values.reason}
        error={refused?.fields.reason}
        autocomplete="off"
      />
    </FormDialog>
  );
};
