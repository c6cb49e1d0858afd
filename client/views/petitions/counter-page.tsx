import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import { CollectedBy } from './collected-by.tsx';
import { PetitionCount } from './petition-count.tsx';
import { PetitionState } from './petition-state.tsx';
import { PetitionWhen } from './petition-when.tsx';
import type { PetitionWords, ShownPetition } from './petition-words.ts';

/** The count of a petition alone, for a frame on another site; its link opens the petition in a window of its own. */
export const CounterPage = (props: ShownPetition & PetitionWords): JSX.Element => {
  const { petition, isOpen, lang, texts } = props;
  return (
    <main class="counter">
      <h1 lang="uk">{petition.title}</h1>
      <PetitionState petition={petition} isOpen={isOpen} texts={texts} />
      <PetitionCount petition={petition} lang={lang} texts={texts} />
      <CollectedBy petition={petition} opens texts={texts} />
      <PetitionWhen {...props} />
      <p>
        <a href={addressIn(lang, `/petitions/${petition.number}`)} target="_blank" rel="noopener">
          {isOpen ? texts.sign : texts.counterOpen}
        </a>
      </p>
    </main>
  );
};
