import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { type PostalItem, settleItem, trackItem } from '#shared/contract/post.ts';
import { RETURN_REASONS, type ReturnReason } from '#shared/domain/postal.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';

const OUTCOMES = ['delivered', 'returned'] as const;
/** Notes the tracking number of a sent paper, and what became of it. */
export const ItemDialog = ({
  item,
  changed,
  closed,
}: {
  item: PostalItem;
  changed: (item: PostalItem) => void;
  closed: () => void;
}): JSX.Element => {
  const { words, ask } = useDesk();
  const { settle: texts, reasons } = words.post;
  const { send, isSending, refused } = useSending();
  const draft = useDraft(null, { trackingNumber: item.trackingNumber ?? '' });
  const [isUnsaid, setUnsaid] = useState(false);
  const params = { id: item.id };
  const { trackingNumber = '', state, reason } = draft.values;
  const done = (what: PostalItem | null): void => {
    if (what) changed(what);
  };
  const settle = async (): Promise<void> => {
    const said = OUTCOMES.find((one) => one === state);
    setUnsaid(!said);
    if (!said) return;
    const body = { state: said, ...(state === 'returned' && reason && { reason: reason as ReturnReason }) };
    done(await send(() => ask(settleItem, { params, body })));
  };
  const shown = refused && Object.keys(refused.fields).length === 0 ? refused.message : null;
  return (
    <Dialog title={fill(texts.title, { outgoing: item.outgoingNumber })} closed={closed}>
      <form
        noValidate
        onInput={draft.onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void send(() => ask(trackItem, { params, body: { trackingNumber } })).then(done);
        }}
      >
        <Field
          name="trackingNumber"
          label={texts.tracking}
          hint={texts.trackingHint}
          value={trackingNumber}
          error={refused?.fields.trackingNumber}
          maxLength={40}
        />
        <p class="actions">
          <button type="submit" class="button secondary" aria-busy={isSending}>
            {texts.saveTracking}
          </button>
        </p>
      </form>
      <form
        noValidate
        onInput={draft.onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void settle();
        }}
      >
        <RadioGroup
          name="state"
          label={texts.outcome}
          choices={OUTCOMES.map((value) => ({ value, label: texts[value] }))}
          value={state}
          error={isUnsaid ? texts.first : undefined}
        />
        {state === 'returned' && (
          <Select
            name="reason"
            label={texts.reason}
            prompt={texts.prompt}
            groups={[{ options: RETURN_REASONS.map((value) => ({ value, label: reasons[value] })) }]}
            value={reason}
            error={refused?.fields.reason}
          />
        )}
        {shown && (
          <p class="error" role="alert">
            {shown}
          </p>
        )}
        <p class="actions">
          <button type="submit" class="button primary" aria-busy={isSending}>
            {isSending ? texts.sending : texts.save}
          </button>
          <button type="button" class="button quiet" onClick={closed}>
            {texts.close}
          </button>
        </p>
      </form>
    </Dialog>
  );
};
