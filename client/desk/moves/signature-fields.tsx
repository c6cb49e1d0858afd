import type { JSX } from 'preact';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { type Channel, isOralChannel } from '#shared/domain/appeal.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { SCANS, SIGNATURES } from '../signature/kept-words.ts';
import { SignedFileField } from '../signature/signed-file-field.tsx';
import type { ShownFields } from './shown-fields.ts';

/** The head's signature: the letter to sign, and the file or the scan that signs it; an oral appeal may be answered without. */
export const SignatureFields = ({ card, values, errors, set }: ShownFields): JSX.Element => {
  const { cases, moves, signing } = useDesk().words;
  const { form } = moves;
  const file = 'signature.fileId';
  const oral = 'signature.isOral';
  const isTold = card.applicants.some(({ wantsSms, isPhoneVerified }) => wantsSms && isPhoneVerified);
  const sees = card.answer && fill(form.sees, { status: cases.statuses[card.answer.result].toLowerCase() });
  return (
    <>
      <p class="hint">
        {sees} {isTold ? form.getsSms : form.getsNoSms}
      </p>
      {!values[oral] && (
        <>
          <p class="actions">
            <a class="button secondary" href={`/api/v1/register/${card.id}/letter-to-sign.pdf`} download>
              {signing.form.letter}
            </a>
          </p>
          <SignedFileField
            caseId={card.id}
            name="signature-file"
            label={signing.form.file}
            hint={signing.form.fileHint}
            accept={`${SIGNATURES},${SCANS}`}
            error={errors[file] ?? errors.signature}
            kept={(found) => set(file, found?.id ?? '')}
          />
        </>
      )}
      {isOralChannel(card.channel as Channel) && (
        <Checkbox name={oral} label={signing.form.oral} isChecked={Boolean(values[oral])} error={errors[oral]} />
      )}
    </>
  );
};
