import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import type { SigningMethod } from '#shared/domain/petition.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { PageTurns } from './page-turns.tsx';
import { PetitionCount } from './petition-count.tsx';
import type { PetitionWords, ShownPetition } from './petition-words.ts';

/** One line of the list; without a name it counts no longer. */
interface Signer {
  place: number;
  name: string | null;
  at: string | null;
  method: SigningMethod | null;
}
/** One page of the list of signers. */
export interface SignersPageProps extends PetitionWords, Pick<ShownPetition, 'petition' | 'isOpen'> {
  signers: readonly Signer[];
  page: number;
  pages: number;
}
const Line = ({
  signer: { place, name, at, method },
  lang,
  texts,
}: { signer: Signer } & PetitionWords): JSX.Element => (
  <tr>
    <td>{place}</td>
    {name === null ? (
      <td colSpan={2} class="hint">
        {texts.removed}
      </td>
    ) : (
      <>
        <th scope="row" lang="uk">
          {name}
        </th>
        <td>
          {at && <time dateTime={at}>{momentInFull(lang, at)}</time>}
          {method && <span class="hint">{texts.methods[method]}</span>}
        </td>
      </>
    )}
  </tr>
);
/** Who signed a petition and when, in the order of the public list (Law 393/96-ВР, art. 23-1). */
export const SignersPage = ({ petition, isOpen, signers, page, pages, lang, texts }: SignersPageProps): JSX.Element => {
  const { number, title } = petition;
  const here = addressIn(lang, `/petitions/${number}`);
  return (
    <div class="column signers">
      <p class="back">
        <a href={here}>{texts.back}</a>
      </p>
      <h1>{fill(texts.signersTitle, { number })}</h1>
      <p class="topic" lang="uk">
        {title}
      </p>
      <PetitionCount petition={petition} isOpen={isOpen} lang={lang} texts={texts} />
      <p>{texts.signersLead}</p>
      {signers.length === 0 ? (
        <p class="nothing">
          {page > 1 ? texts.noSuchPage : texts.signersNone}{' '}
          {page > 1 && <a href={`${here}/signers`}>{texts.firstPage}</a>}
        </p>
      ) : (
        <table>
          <caption class="unseen">{texts.signersCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.place}</th>
              <th scope="col">{texts.signer}</th>
              <th scope="col">{texts.when}</th>
            </tr>
          </thead>
          <tbody>
            {signers.map((signer) => (
              <Line key={signer.place} signer={signer} lang={lang} texts={texts} />
            ))}
          </tbody>
        </table>
      )}
      <PageTurns
        page={page}
        pages={signers.length > 0 ? pages : 1}
        addressOf={(other) => `${here}/signers${other > 1 ? `?page=${other}` : ''}`}
        lang={lang}
        texts={texts}
      />
    </div>
  );
};
