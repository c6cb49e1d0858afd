import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import { fill } from '#shared/texts/fill.ts';
import { CollectedBy } from './collected-by.tsx';
import { PetitionCount } from './petition-count.tsx';
import { PetitionState } from './petition-state.tsx';
import { PetitionWhen } from './petition-when.tsx';
import type { PetitionWords, ShownPetition } from './petition-words.ts';

/** One petition of the list: number, state, title, count and date; all of it leads to its page. */
export const PetitionCard = (props: ShownPetition & PetitionWords): JSX.Element => {
  const { petition, isOpen, lang, texts } = props;
  const { number, title } = petition;
  return (
    <li class="petition-card">
      <div>
        <h3>
          <a href={addressIn(lang, `/petitions/${number}`)} lang="uk">
            {title}
          </a>
        </h3>
        <p class="meta">
          <PetitionState petition={petition} isOpen={isOpen} texts={texts} />
          <span class="hint">{fill(texts.number, { number })}</span>
        </p>
      </div>
      <div>
        <PetitionCount petition={petition} lang={lang} texts={texts} />
        <CollectedBy petition={petition} texts={texts} />
        <PetitionWhen {...props} />
      </div>
    </li>
  );
};
