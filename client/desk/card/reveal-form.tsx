import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Select } from '#client/views/forms/select.tsx';
import { type CaseCard, revealApplicants } from '#shared/contract/register.ts';
import { REVEAL_REASONS, type RevealReason } from '#shared/domain/reveal.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** Asks why masked people are to be shown, and shows them: the audit keeps who looked and for what reason. */
export const RevealForm = ({
  caseId,
  why,
  shown,
}: {
  caseId: string;
  /** Why it is asked, where that is not for want of the case in hand. */
  why?: string;
  shown: (applicants: CaseCard['applicants']) => void;
}): JSX.Element => {
  const { ask, words } = useDesk();
  const { reveal: texts } = words.audit;
  const [reason, setReason] = useState('');
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const send = async (): Promise<void> => {
    if (!reason) return setTrouble({ message: texts.reasonFirst, fields: { reason: texts.reasonFirst } });
    setSending(true);
    setTrouble(null);
    try {
      const body = { reason: reason as RevealReason };
      shown((await ask(revealApplicants, { params: { id: caseId }, body })).applicants);
    } catch (error) {
      setTrouble(troubleOf(error, words.desk.trouble.offline));
    }
    setSending(false);
  };
  return (
    <form
      class="reveal"
      noValidate
      onInput={({ target }) => target instanceof HTMLSelectElement && setReason(target.value)}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class="hint">{why ?? texts.why}</p>
      {trouble && !trouble.fields.reason && (
        <p class="error" role="alert">
          {trouble.message}
        </p>
      )}
      <Select
        name="reason"
        label={texts.reason}
        prompt={words.moveFields.prompt}
        groups={[{ options: REVEAL_REASONS.map((value) => ({ value, label: texts.reasons[value] })) }]}
        value={reason}
        error={trouble?.fields.reason}
      />
      <p class="actions">
        <button type="submit" class="button secondary" aria-busy={isSending}>
          {texts.show}
        </button>
      </p>
    </form>
  );
};
