import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { REFERENCE_KINDS } from '#shared/domain/reference.ts';
import { useDesk } from '../desk-context.ts';
import { PageHead } from '../page-head.tsx';
import { KindPart } from './kind-part.tsx';
import { MartialLawPart } from './martial-law-part.tsx';
import { PetitionCharterPart } from './petition-charter-part.tsx';

/** What the charter sets for petitions stands beside the kinds of rows: it has editions, and no file. */
const CHARTER = 'petition-charter';
const PARTS = [...REFERENCE_KINDS, CHARTER] as const;
/** The reference data of the city, for whoever keeps them: one kind at a time. */
export const ReferencePage = (): JSX.Element => {
  const { words } = useDesk();
  const { reference: texts } = words;
  const [kind, choose] = useState<(typeof PARTS)[number]>('categories');
  return (
    <section class="intake publicity staff reference" aria-labelledby="reference-title">
      <PageHead id="reference-title" title={texts.title} lead={texts.lead} />
      <fieldset class="reference-kinds">
        <legend class="unseen">{texts.kindsLabel}</legend>
        {PARTS.map((each) => (
          <button
            key={each}
            type="button"
            class={each === kind ? 'button primary' : 'button secondary'}
            aria-pressed={each === kind}
            onClick={() => choose(each)}
          >
            {each === CHARTER ? words.petitionCharter.kind : texts.kinds[each]}
          </button>
        ))}
      </fieldset>
      {kind === 'days' && <MartialLawPart />}
      {kind === CHARTER ? <PetitionCharterPart /> : <KindPart key={kind} kind={kind} />}
    </section>
  );
};
