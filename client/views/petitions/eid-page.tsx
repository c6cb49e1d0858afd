import type { JSX } from 'preact';
import { Checkbox } from '#client/views/forms/checkbox.tsx';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { SignerScope } from '#shared/domain/petition.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { PetitionEidTexts } from '#shared/texts/uk/petition-eid.ts';
import type { PetitionNewsTexts } from '#shared/texts/uk/petition-news.ts';
import { NewsForm, type NewsProof } from './news-form.tsx';

interface Worded {
  lang: Lang;
  texts: PetitionEidTexts;
}
/** The petition that is signed, as these pages name it. */
export interface SignedPetition {
  number: number;
  title: string;
}
const petitionPath = (lang: Lang, number: number): string => addressIn(lang, `/petitions/${number}`);

/** On the way to the provider: browsers go on by themselves, and whoever's does not follows the link. */
export const EidGoing = ({
  address,
  host,
  text,
  texts,
}: Worded & { address: string; host: string; text: string }): JSX.Element => (
  <div class="column">
    <h1>{texts.going.title}</h1>
    <p class="lead">{fill(text, { host })}</p>
    <p class="actions">
      <a class="button primary" href={address}>
        {fill(texts.going.link, { host })}
      </a>
    </p>
  </div>
);

/** Who came back from the provider, and what they are asked before they sign. */
export interface EidConfirmProps extends Worded {
  petition: SignedPetition;
  /** The name as the provider said it. */
  name: string;
  /** What was proved, sealed. */
  proof: string;
  scope: SignerScope;
  minutes: number;
  /** Of the tick, in words. */
  error?: string | undefined;
  errorTitle: string;
}
/** The last step before a signature: the name, what will be public, one tick and the button that signs. */
export const EidConfirm = (props: EidConfirmProps): JSX.Element => {
  const { petition, name, proof, scope, minutes, error, errorTitle, lang, texts } = props;
  const { confirm } = texts;
  const label = confirm.entitled[scope];
  return (
    <div class="column">
      {error && <ErrorSummary title={errorTitle} errors={[{ path: 'isEntitled', label, message: error }]} />}
      <h1>{confirm.title}</h1>
      <p class="lead">{confirm.lead}</p>
      <dl class="facts">
        <div>
          <dt>{confirm.who}</dt>
          <dd>
            <strong>{name}</strong>
            <p class="hint">{confirm.whoHint}</p>
          </dd>
        </div>
        <div>
          <dt>{fill(confirm.petition, { number: petition.number })}</dt>
          <dd>
            <a href={petitionPath(lang, petition.number)}>{petition.title}</a>
          </dd>
        </div>
      </dl>
      <section class="callout" aria-labelledby="public">
        <h2 id="public">{confirm.publicTitle}</h2>
        <p>{confirm.public}</p>
        <p>{confirm.hidden}</p>
        <p class="hint">{confirm.law}</p>
      </section>
      <form method="post" action={`${petitionPath(lang, petition.number)}/eid/sign`} noValidate>
        <input type="hidden" name="proof" value={proof} />
        <Checkbox name="isEntitled" label={label} error={error} />
        <SubmitButton>{confirm.sign}</SubmitButton>
      </form>
      <p class="hint">{fill(confirm.lasts, { minutes })}</p>
    </div>
  );
};

/** A signature that counts, to its signer. */
export interface EidSignedProps extends Worded {
  petition: SignedPetition;
  name: string;
  at: string;
  /** The hash by which it stands in the public list. */
  leaf: string;
  /** False where they had signed before. */
  isNew: boolean;
  /** By what they may leave an address for news; null where news come to them already. */
  news: NewsProof | null;
  newsTexts: PetitionNewsTexts;
  /** Whether a signature may be taken back. */
  canWithdraw: boolean;
}
/** What a signer sees and may keep. */
export const EidSigned = (props: EidSignedProps): JSX.Element => {
  const { petition, name, at, leaf, isNew, news, newsTexts, canWithdraw, lang, texts } = props;
  return (
    <div class="column">
      <h1>{isNew ? texts.signed.title : texts.signed.before}</h1>
      <p class="lead">{isNew ? texts.signed.text : texts.signed.textBefore}</p>
      <dl class="facts">
        <div>
          <dt>{fill(texts.confirm.petition, { number: petition.number })}</dt>
          <dd>{petition.title}</dd>
        </div>
        <div>
          <dt>{texts.confirm.who}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{texts.signed.at}</dt>
          <dd>
            <time dateTime={at}>{momentInFull(lang, at)}</time>
          </dd>
        </div>
        <div>
          <dt>{texts.signed.leaf}</dt>
          <dd>
            <code>{leaf}</code>
            <p class="hint">{texts.signed.leafHint}</p>
          </dd>
        </div>
      </dl>
      <section aria-labelledby="news">
        <h2 id="news">{newsTexts.title}</h2>
        <p>{news ? newsTexts.lead : newsTexts.on}</p>
        {news && <NewsForm {...news} number={petition.number} lang={lang} texts={newsTexts} />}
      </section>
      {canWithdraw && (
        <p class="hint">
          {newsTexts.withdraw} <a href={`${petitionPath(lang, petition.number)}/withdraw`}>{newsTexts.withdrawLink}</a>
        </p>
      )}
      <p class="actions">
        <a class="button primary" href={petitionPath(lang, petition.number)}>
          {texts.toPetition}
        </a>
      </p>
    </div>
  );
};

/** Why an errand did not go on, and what can be done now. */
export interface EidRefusedProps extends Worded {
  said: { title: string; text: string };
  /** The petition that it was for; null where nobody can tell. */
  number: number | null;
  /** Where another try begins, in this language; null where it would end the same way. */
  again: string | null;
  /** Where another way begins; null where there is none. */
  otherWay: string | null;
}
const Elsewhere = ({ number, otherWay, lang, texts }: EidRefusedProps): JSX.Element =>
  number === null ? (
    <a class="button primary" href={addressIn(lang, '/petitions')}>
      {texts.toPetitions}
    </a>
  ) : (
    <>
      {otherWay && (
        <a class="button secondary" href={otherWay}>
          {texts.otherWay}
        </a>
      )}
      <a class="button secondary" href={petitionPath(lang, number)}>
        {texts.toPetition}
      </a>
    </>
  );
/** Says what happened, and offers another try and another way. */
export const EidRefused = (props: EidRefusedProps): JSX.Element => {
  const { said, again, texts } = props;
  return (
    <div class="column problem">
      <h1>{said.title}</h1>
      <p class="lead">{said.text}</p>
      {again ? (
        <form method="post" action={again} class="actions">
          <SubmitButton>{texts.again}</SubmitButton>
          <Elsewhere {...props} />
        </form>
      ) : (
        <p class="actions">
          <Elsewhere {...props} />
        </p>
      )}
    </div>
  );
};
