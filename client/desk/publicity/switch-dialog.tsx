import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { Refused } from '../form/refused.tsx';
import { sendByKey } from '../form/send-by-key.ts';
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
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('textarea')?.focus(), [refused]);
  const send = async (): Promise<void> => {
    if (await turn({ districtCode: code, isHidden, reason })) turned(isHidden);
  };
  return (
    <Dialog title={fill(isHidden ? texts.hide : texts.show, { name })} closed={closed}>
      <p>{isHidden ? texts.hideSays : texts.showSays}</p>
      <form
        ref={form}
        noValidate
        onInput={({ target }) => setReason((target as HTMLTextAreaElement).value)}
        onKeyDown={sendByKey}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
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
      </form>
    </Dialog>
  );
};
