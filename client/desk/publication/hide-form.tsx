import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import type { CaseCard } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { DeskForm } from '../form/desk-form.tsx';
import { SaveOrCancel } from '../form/save-or-cancel.tsx';
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
  return (
    <DeskForm
      refused={mover.trouble}
      wished={1}
      onInput={({ target }) => choose((target as HTMLInputElement).value)}
      send={() => mover.move(card, 'hide', { reasonCode }).then((isMoved) => isMoved && done())}
    >
      <RadioGroup
        name={NAME}
        label={texts.hideReason}
        choices={(REASONS.hide ?? []).map((value) => ({ value, label: moves.reasons[value] }))}
        value={reasonCode}
        error={mover.trouble?.fields.reasonCode}
      />
      <SaveOrCancel
        isSending={mover.isSending}
        texts={{ save: texts.hideNow, saving: moves.form.sending, cancel: texts.fold }}
        closed={fold}
        out="quiet"
      />
    </DeskForm>
  );
};
