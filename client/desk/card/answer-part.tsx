import type { JSX } from 'preact';
import { Icon } from '#client/views/icon.tsx';
import type { CaseCard } from '#shared/contract/register.ts';
import type { Signing } from '#shared/contract/signing.ts';
import { signingKey } from '#shared/domain/signature.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Part } from './part.tsx';

/** In what way it was signed, and by whose certificate. */
const SignedHow = ({ signing: { method, check, certified } }: { signing: Signing }): JSX.Element => {
  const { signed, signing } = useDesk().words;
  return (
    <>
      <br />
      {fill(signed.signed, { how: signed.how[signingKey(method, check)] })}{' '}
      {certified.length > 0 && fill(signing.signers, { names: certified.join(', ') })}
    </>
  );
};
/** The answer as the applicant will read it or reads it: drafted, or signed with its number. */
export const AnswerPart = ({ answer }: { answer: NonNullable<CaseCard['answer']> }): JSX.Element => {
  const { lang, words } = useDesk();
  const { card: texts } = words.desk;
  const { signed, result, text, appealRoute, draftedBy } = answer;
  return (
    <Part title={signed ? texts.answer : texts.draft}>
      <div class={signed ? 'answer' : 'answer draft'}>
        <p class={`state ${result}`}>
          <Icon of={result} />
          {words.cases.results[result]}
        </p>
        <p class="words">{text}</p>
        {appealRoute && (
          <>
            <h4>{texts.appealRoute}</h4>
            <p class="words">{appealRoute}</p>
          </>
        )}
        <p class="signed">
          {signed
            ? fill(texts.signed, {
                number: signed.outgoingNumber,
                date: dateInFull(lang, signed.on),
                name: signed.signatory,
              })
            : draftedBy && fill(texts.draftedBy, { name: draftedBy })}
          {signed && <SignedHow signing={signed.signing} />}
        </p>
      </div>
    </Part>
  );
};
