import type { JSX } from 'preact';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { dateInFull, momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { PetitionWithdrawalTexts } from '#shared/texts/uk/petition-withdrawal.ts';
import { SignedPetition, type SigningWords } from './sign-page.tsx';

/** What each page of withdrawing knows. */
export interface WithdrawWords extends Pick<SigningWords, 'petition' | 'lang'> {
  texts: PetitionWithdrawalTexts;
}
const WhatHappens = ({ texts }: Pick<WithdrawWords, 'texts'>): JSX.Element => (
  <section class="callout ask" aria-labelledby="what">
    <h2 id="what">{texts.whatTitle}</h2>
    <ul>
      {texts.what.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);
const ToPetition = ({ petition, lang, texts }: WithdrawWords): JSX.Element => (
  <p>
    <a href={addressIn(lang, `/petitions/${petition.number}`)}>{texts.toPetition}</a>
  </p>
);
/** One line of news with the petition that it is about, and the way back to it. */
const Said = ({
  title,
  text,
  isDone = false,
  ...words
}: WithdrawWords & { title: string; text: string; isDone?: boolean }) => (
  <div class="column">
    <h1>{title}</h1>
    <SignedPetition petition={words.petition} lang={words.lang} />
    <p class={isDone ? 'callout done' : 'lead'} role={isDone ? 'status' : undefined}>
      {text}
    </p>
    <ToPetition {...words} />
  </div>
);

/** What taking a signature back does, and where it begins, by the way in which it was given. */
export const WithdrawPage = (
  props: WithdrawWords & {
    /** False once it cannot be taken back. */
    canBe: boolean;
    /** Where electronic identification begins; null where the city has none. */
    eidPath: string | null;
    /** Whether the charter knows such signatures, and those by a code. */
    methods: readonly string[];
  },
): JSX.Element => {
  const { petition, canBe, eidPath, methods, lang, texts } = props;
  if (!canBe) return <Said {...props} title={texts.closed} text={texts.closedText} />;
  return (
    <div class="column">
      <h1>{texts.title}</h1>
      <SignedPetition petition={petition} lang={lang} />
      <p class="lead">{fill(texts.lead, { date: dateInFull(lang, petition.endsOn) })}</p>
      <WhatHappens texts={texts} />
      {methods.includes('eid') && (
        <section aria-labelledby="by-eid">
          <h2 id="by-eid">{texts.eidTitle}</h2>
          {eidPath ? (
            <form method="post" action={addressIn(lang, eidPath)}>
              <p>{texts.eid}</p>
              <SubmitButton kind="secondary">{texts.eidBegin}</SubmitButton>
            </form>
          ) : (
            <p>{texts.eidAway}</p>
          )}
        </section>
      )}
      {methods.includes('sms') && (
        <section aria-labelledby="by-sms">
          <h2 id="by-sms">{texts.smsTitle}</h2>
          <p>{texts.sms}</p>
          <p>
            <a class="button secondary" href={addressIn(lang, '/my/petitions')}>
              {texts.smsLink}
            </a>
          </p>
        </section>
      )}
      <ToPetition {...props} />
    </div>
  );
};
/** Whose signature the provider's word finds, what taking it back does, and the button that does it. */
export const WithdrawConfirm = (
  props: WithdrawWords & { name: string; at: string; proof: string; minutes: number },
): JSX.Element => {
  const { petition, name, at, proof, minutes, lang, texts } = props;
  return (
    <div class="column">
      <h1>{texts.confirmTitle}</h1>
      <SignedPetition petition={petition} lang={lang} />
      <p class="lead">{texts.confirmLead}</p>
      <dl class="facts">
        <div>
          <dt>{texts.who}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{texts.at}</dt>
          <dd>
            <time dateTime={at}>{momentInFull(lang, at)}</time>
          </dd>
        </div>
      </dl>
      <WhatHappens texts={texts} />
      <form method="post" action={addressIn(lang, `/petitions/${petition.number}/eid/withdrawal`)}>
        <input type="hidden" name="proof" value={proof} />
        <SubmitButton>{texts.confirm}</SubmitButton>
      </form>
      <p class="hint">{fill(texts.lasts, { minutes })}</p>
      <ToPetition {...props} />
    </div>
  );
};
/** That no signature of theirs counts here. */
export const WithdrawUnsigned = (props: WithdrawWords): JSX.Element => (
  <Said {...props} title={props.texts.unsigned} text={props.texts.unsignedText} />
);
/** That it was taken back. */
export const WithdrawDone = (props: WithdrawWords): JSX.Element => {
  const { petition, lang, texts } = props;
  const text = fill(texts.doneText, { date: dateInFull(lang, petition.endsOn) });
  return <Said {...props} title={texts.done} text={text} isDone />;
};
