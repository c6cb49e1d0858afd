import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { DeskForm } from '../form/desk-form.tsx';
import { Refused } from '../form/refused.tsx';
import type { Standing } from './standing.ts';
import type { Switches } from './use-switches.ts';

/** Asks once more before a district is hidden or shown again, and why: it is gone from every open page within a second. */
export const SwitchDialog = ({
  of: { code, name, state },
  switches: { isTurning, refused, turn },
  turned,
  closed,
}: {
  of: Standing;
  switches: Switches;
  turned: (isHidden: boolean) => void;
  closed: () => void;
}): JSX.Element => {
  const { words } = useDesk();
  const { sure: texts } = words.publicity.switches;
  const isHidden = state !== 'hidden';
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    if (await turn({ districtCode: code, isHidden, reason })) turned(isHidden);
  };
  return (
    <Dialog title={fill(isHidden ? texts.hide : texts.show, { name })} closed={closed}>
      <p>{isHidden ? texts.hideSays : texts.showSays}</p>
      <DeskForm
        refused={refused}
        wished={1}
        onInput={({ target }) => setReason((target as HTMLTextAreaElement).value)}
        send={send}
      >
        <Refused by={refused} />
        <TextArea
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          rows={3}
          value={reason}
          error={refused?.fields.reason}
        />
        <p class="actions">
          <button type="submit" class={isHidden ? 'button primary danger' : 'button primary'} aria-busy={isTurning}>
            {isTurning ? words.moves.form.sending : isHidden ? texts.hideNow : texts.showNow}
          </button>
          <button type="button" class="button secondary" onClick={closed}>
            {texts.cancel}
          </button>
        </p>
      </DeskForm>
    </Dialog>
  );
};
