import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import type { CaseCard } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { sendByKey } from '../form/send-by-key.ts';
import { REASONS } from '../moves/moves.ts';
import type { Mover } from '../moves/use-move.ts';

/** Another name than that of the moves' own reasons: both forms may stand on one page. */
const NAME = 'hide.reasonCode';

/** Takes a case from everybody's eyes, for a reason. */
export const HideForm = ({
  card,
  mover,
  done,
  fold,
}: {
  card: CaseCard;
  mover: Mover;
  done: () => void;
  fold: () => void;
}): JSX.Element => {
  const { publication: texts, moves } = useDesk().words;
  const [reasonCode, choose] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), [mover.trouble]);
  return (
    <form
      ref={form}
      noValidate
      onInput={({ target }) => choose((target as HTMLInputElement).value)}
      onKeyDown={sendByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void mover.move(card, 'hide', { reasonCode }).then((isMoved) => isMoved && done());
      }}
    >
      <RadioGroup
        name={NAME}
        label={texts.hideReason}
        choices={(REASONS.hide ?? []).map((value) => ({ value, label: moves.reasons[value] }))}
        value={reasonCode}
        error={mover.trouble?.fields.reasonCode}
      />
      <p class="actions">
        <button type="submit" class="button primary" aria-busy={mover.isSending}>
          {mover.isSending ? moves.form.sending : texts.hideNow}
        </button>
        <button type="button" class="button quiet" onClick={fold}>
          {texts.fold}
        </button>
      </p>
    </form>
  );
};
