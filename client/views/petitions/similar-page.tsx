import type { JSX } from 'preact';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { PetitionWritingTexts } from '#shared/texts/uk/petition-writing.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { PetitionCount } from './petition-count.tsx';
import { PetitionState } from './petition-state.tsx';
import { PetitionWhen } from './petition-when.tsx';
import type { PetitionWords, ShownPetition } from './petition-words.ts';

/** Petitions that are like the one that was written; `values` are all that was typed. */
export interface SimilarPageProps extends PetitionWords {
  similar: readonly ShownPetition[];
  values: Readonly<Record<string, string>>;
  writing: PetitionWritingTexts;
}
const Similar = ({
  shown,
  writing,
  lang,
  texts,
}: { shown: ShownPetition; writing: PetitionWritingTexts } & PetitionWords): JSX.Element => {
  const { petition, isOpen } = shown;
  const { number, title } = petition;
  const page = addressIn(lang, `/petitions/${number}`);
  return (
    <li class="petition-card">
      <div>
        <h2>
          <a href={page} lang="uk">
            {title}
          </a>
        </h2>
        <p class="meta">
          <PetitionState petition={petition} isOpen={isOpen} texts={texts} />
          <span class="hint">{fill(texts.number, { number })}</span>
        </p>
      </div>
      <div>
        <PetitionCount petition={petition} lang={lang} texts={texts} />
        <PetitionWhen {...shown} lang={lang} texts={texts} />
        {isOpen && (
          <p>
            <a class="button" href={`${page}/sign`} aria-label={fill(writing.signNamed, { number })}>
              {writing.signThis}
            </a>
          </p>
        )}
      </div>
    </li>
  );
};
/** Asked before a petition is sent: whether to sign one that is there, or to send one's own all the same. */
export const SimilarPage = ({ similar, values, writing, lang, texts }: SimilarPageProps): JSX.Element => (
  <div class="column petitions">
    <h1>{writing.similar}</h1>
    <p class="lead">{writing.similarLead}</p>
    <ol class="petition-cards plain">
      {similar.map((shown) => (
        <Similar key={shown.petition.number} shown={shown} writing={writing} lang={lang} texts={texts} />
      ))}
    </ol>
    <section class="callout ask" aria-labelledby="mine">
      <h2 id="mine">{writing.mineTitle}</h2>
      <p lang="uk">{values.title}</p>
      <form method="post" action={addressIn(lang, '/petitions/new')}>
        <HiddenFields values={values} />
        <div class="actions">
          <SubmitButton name="step" value="send">
            {writing.mine}
          </SubmitButton>
          <SubmitButton name="step" value="edit" kind="quiet">
            {writing.edit}
          </SubmitButton>
        </div>
      </form>
    </section>
  </div>
);
