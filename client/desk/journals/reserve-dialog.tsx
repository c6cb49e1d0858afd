import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { type NumberReservation, reserveNumbers } from '#shared/contract/number-reservations.ts';
import { useDesk } from '../desk-context.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';

/** Reserves numbers for a journal: for whom, from which day, how many and why. */
export const ReserveDialog = ({
  made,
  closed,
}: {
  made: (reservation: NumberReservation) => void;
  closed: () => void;
}): JSX.Element => {
  const { lang, words, ask, catalogue, me, today } = useDesk();
  const { form: texts } = words.journals;
  const { send, isSending, refused } = useSending();
  const { values, onInput } = useDraft(null, { departmentId: me.departmentId ?? '', on: today(), count: '20' });
  const errors = refused?.fields ?? {};
  const submit = async (): Promise<void> => {
    const { departmentId = '', on = '', count = '', reason = '' } = values;
    const body = { departmentId, on, count: Number(count), reason };
    const reservation = await send(() => ask(reserveNumbers, { body }));
    if (reservation) made(reservation);
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
      <Select
        name="departmentId"
        label={texts.department}
        prompt={texts.choose}
        groups={[{ options: catalogue.departments.map((unit) => ({ value: unit.id, label: unit[lang] })) }]}
        value={values.departmentId}
        error={errors.departmentId}
      />
      <Field
        name="on"
        label={texts.on}
        hint={texts.onHint}
        type="date"
        width="half"
        value={values.on}
        error={errors.on}
      />
      <Field
        name="count"
        label={texts.count}
        hint={texts.countHint}
        inputMode="numeric"
        width="half"
        value={values.count}
        error={errors.count}
      />
      <Field
        name="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        value={values.reason}
        error={errors.reason}
        autocomplete="off"
      />
    </FormDialog>
  );
};
