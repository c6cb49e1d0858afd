import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { REFERENCE_KINDS, type ReferenceKind } from '#shared/domain/reference.ts';
import { useDesk } from '../desk-context.ts';
import { PageHead } from '../page-head.tsx';
import { KindPart } from './kind-part.tsx';
import { MartialLawPart } from './martial-law-part.tsx';

/** The reference data of the city, for whoever keeps them: one kind at a time. */
export const ReferencePage = (): JSX.Element => {
  const { words } = useDesk();
  const { reference: texts } = words;
  const [kind, choose] = useState<ReferenceKind>('categories');
  return (
    <section class="intake publicity staff reference" aria-labelledby="reference-title">
      <PageHead id="reference-title" title={texts.title} lead={texts.lead} />
      <fieldset class="reference-kinds">
        <legend class="unseen">{texts.kindsLabel}</legend>
        {REFERENCE_KINDS.map((each) => (
          <button
            key={each}
            type="button"
            class={each === kind ? 'button primary' : 'button secondary'}
            aria-pressed={each === kind}
            onClick={() => choose(each)}
          >
            {texts.kinds[each]}
          </button>
        ))}
      </fieldset>
      {kind === 'days' && <MartialLawPart />}
      <KindPart key={kind} kind={kind} />
    </section>
  );
};
