import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { resendMessage, type WrongMessage } from '#shared/contract/messages.ts';
import { RESEND_REASONS } from '#shared/domain/resend.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { hryvniaSum } from '#shared/texts/money.ts';
import { phrase } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { Refused } from '../form/refused.tsx';
import { SaveOrCancel } from '../form/save-or-cancel.tsx';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';

/** Asks why a message is sent again, and sends it. */
export const ResendDialog = ({
  message: { id, channel, template, state, number },
  pricePerPart,
  sent,
  closed,
}: {
  message: WrongMessage;
  pricePerPart: number | null;
  sent: (round: number) => void;
  closed: () => void;
}): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { resend: texts } = words.messages;
  const { send, isSending, refused } = useSending();
  const draft = useDraft(null, {});
  const [isUnsaid, setUnsaid] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const about = { way: words.desk.ways[channel], what: phrase(words.desk.templates, template) };
  useLayoutEffect(() => {
    if (isUnsaid) form.current?.querySelector<HTMLElement>('input')?.focus();
  }, [isUnsaid]);
  const submit = async (): Promise<void> => {
    const reason = RESEND_REASONS.find((one) => one === draft.values.reason);
    setUnsaid(!reason);
    if (!reason) return;
    const next = await send(() => ask(resendMessage, { params: { id }, body: { reason } }));
    if (next) sent(next.round);
  };
  return (
    <Dialog title={texts.title} closed={closed}>
      <p>{number ? fill(texts.aboutCase, { ...about, number: spacedNumber(number) }) : fill(texts.about, about)}</p>
      {state === 'unknown' && <p>{texts.mayBeTwice}</p>}
      {channel === 'sms' && pricePerPart !== null && (
        <p>{fill(texts.costs, { sum: hryvniaSum(lang, pricePerPart) })}</p>
      )}
      <form
        ref={form}
        noValidate
        onInput={draft.onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Refused by={refused} />
        <RadioGroup
          name="reason"
          label={texts.reason}
          choices={RESEND_REASONS.map((value) => ({ value, label: texts.reasons[value] }))}
          value={draft.values.reason}
          error={isUnsaid ? texts.reasonFirst : undefined}
        />
        <SaveOrCancel
          isSending={isSending}
          texts={{ save: texts.send, saving: texts.sending, cancel: texts.cancel }}
          closed={closed}
        />
      </form>
    </Dialog>
  );
};
