import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type CaseCard, switchTexts } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** Turns texts to one of the applicants off or on by their word, and shows the case as it is then. */
export const TextsSwitch = ({
  caseId,
  applicant: { id: applicantId, wantsSms },
  arrived,
}: {
  caseId: string;
  applicant: Pick<CaseCard['applicants'][number], 'id' | 'wantsSms'>;
  arrived: (card: CaseCard) => void;
}): JSX.Element => {
  const { ask, words } = useDesk();
  const { card: texts, trouble: troubles } = words.desk;
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const send = async (): Promise<void> => {
    setSending(true);
    setTrouble(null);
    try {
      arrived(await ask(switchTexts, { params: { id: caseId }, body: { applicantId, isOn: !wantsSms } }));
    } catch (error) {
      setTrouble(troubleOf(error, troubles.offline));
    }
    setSending(false);
  };
  return (
    <>
      <button
        type="button"
        class="button quiet"
        title={texts.smsByWord}
        aria-busy={isSending}
        onClick={() => void send()}
      >
        {wantsSms ? texts.smsTurnOff : texts.smsTurnOn}
      </button>
      {trouble && (
        <span class="error" role="alert">
          {trouble.fields.isOn ?? trouble.message}
        </span>
      )}
    </>
  );
};
