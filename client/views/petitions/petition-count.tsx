import type { JSX } from 'preact';
import type { PublicPetition } from '#shared/contract/petitions.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural, spacedCount } from '#shared/texts/plural.ts';
import type { PetitionWords } from './petition-words.ts';

/** The count of one petition; with `isOpen` it says also what is missing, while it can still be signed, and by what methods people signed. */
export interface PetitionCountProps extends PetitionWords {
  petition: Pick<PublicPetition, 'number' | 'count' | 'threshold'>;
  isOpen?: boolean;
}
/**
 * How many signatures of how many were gathered: in words, and as a bar. A script that keeps it fresh finds the parts by
 * `data-petition-count` (the petition's number) and by `data-count` within.
 */
export const PetitionCount = ({ petition, isOpen, lang, texts }: PetitionCountProps): JSX.Element => {
  const { number, count, threshold } = petition;
  const { signatures, eid, sms } = count;
  const [before, after = ''] = texts.collected.split('{count}');
  const says = `petition-${number}-says`;
  const missing = threshold - signatures;
  return (
    <div class="count" id={`petition-${number}-count`} data-petition-count={number} data-threshold={threshold}>
      <p id={says}>
        {before}
        <strong data-count="signatures">{spacedCount(lang, signatures)}</strong>
        {fill(after, { threshold: plural(lang, threshold, texts.ofThreshold) })}
      </p>
      <progress
        data-count="bar"
        value={Math.min(signatures, threshold)}
        max={threshold}
        aria-labelledby={says}
        class={missing > 0 ? undefined : 'full'}
      />
      {isOpen !== undefined && (
        <p class="hint">
          {(isOpen || missing <= 0) && (
            <span data-count="missing">{missing > 0 ? plural(lang, missing, texts.missing) : texts.enough}</span>
          )}{' '}
          {eid + sms > 0 && (
            <span data-count="methods">
              {fill(texts.methodCounts, { eid: spacedCount(lang, eid), sms: spacedCount(lang, sms) })}
            </span>
          )}
        </p>
      )}
    </div>
  );
};
