import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import type { SignatureReceipt } from '#shared/contract/petitions.ts';
import { dayInFull, momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { PetitionTexts } from '#shared/texts/uk/petitions.ts';
import { type Shared, ShareLinks } from './share-links.tsx';
import { SignedPetition, type SigningWords } from './sign-page.tsx';

/** What a signer takes away: the receipt, and ways to tell others. */
export interface SignedPageProps extends SigningWords {
  receipt: SignatureReceipt;
  shared: Shared;
  petitions: PetitionTexts;
}
/** Thanks for a signature, or says that this person had signed before. */
export const SignedPage = ({ petition, receipt, shared, petitions, lang, texts }: SignedPageProps): JSX.Element => {
  const { at, method, leaf, isNew, keyId, signature } = receipt;
  const { number } = petition;
  const facts = [
    [texts.at, <time dateTime={at}>{momentInFull(lang, at)}</time>],
    [texts.method, petitions.methods[method]],
    [texts.leaf, <code>{leaf}</code>],
    [
      texts.seal,
      <>
        <code>{signature}</code> <span class="hint">{fill(texts.sealKey, { key: keyId })}</span>
      </>,
    ],
  ] as const;
  return (
    <div class="column">
      <h1>{isNew ? texts.signed : fill(texts.already, { date: dayInFull(lang, new Date(at)) })}</h1>
      <SignedPetition petition={petition} lang={lang} />
      <p class={isNew ? 'callout done' : 'callout'} role="status">
        {isNew ? texts.signedLead : texts.alreadyLead}
      </p>
      <section class="receipt" aria-labelledby="receipt">
        <h2 id="receipt">{texts.receipt}</h2>
        <p>{texts.receiptWhy}</p>
        <dl class="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={`/api/v1/petitions/${number}/signatures/${leaf}`}>{texts.proof}</a>
        </p>
      </section>
      <section class="on-screen" aria-labelledby="tell">
        <h2 id="tell">{texts.tell}</h2>
        <ShareLinks shared={shared} lang={lang} texts={petitions} />
      </section>
      <p>
        <a href={addressIn(lang, `/petitions/${number}`)}>{texts.toPetition}</a>
      </p>
    </div>
  );
};
