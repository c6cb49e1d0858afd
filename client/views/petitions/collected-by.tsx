import type { JSX } from 'preact';
import type { PublicPetition } from '#shared/contract/petitions.ts';
import { fill } from '#shared/texts/fill.ts';
import type { PetitionWords } from './petition-words.ts';

/**
 * Says that the signatures were collected on the site of a civic association, and leads to its page with those who signed; nothing
 * where they are given here. `opens` says that the link leaves a frame.
 */
export const CollectedBy = ({
  petition: { collectedBy },
  opens = false,
  texts,
}: { petition: Pick<PublicPetition, 'collectedBy'>; opens?: boolean } & Pick<
  PetitionWords,
  'texts'
>): JSX.Element | null => {
  if (!collectedBy) return null;
  const [before, after = ''] = texts.collectedBy.says.split('{name}');
  return (
    <p class="hint">
      {before}
      <a href={collectedBy.url} rel="noopener nofollow" target={opens ? '_blank' : undefined}>
        {fill(texts.collectedBy.name, { name: collectedBy.name })}
      </a>
      {after}
    </p>
  );
};
