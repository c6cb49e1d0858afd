import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { REFERENCE_KINDS, type ReferenceKind } from '#shared/domain/reference.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { KindPart } from './kind-part.tsx';
import { MartialLawPart } from './martial-law-part.tsx';

/** The reference data of the city, for whoever keeps them: one kind at a time. */
export const ReferencePage = (): JSX.Element => {
  const { words } = useDesk();
  const { reference: texts } = words;
  const [kind, choose] = useState<ReferenceKind>('categories');
  const page = useRef<HTMLElement>(null);
  useLayoutEffect(() => page.current?.querySelector<HTMLElement>('h2')?.focus(), []);
  return (
    <section ref={page} class="intake publicity staff reference" aria-labelledby="reference-title">
      <header class="intake-head">
        <p class="way-back">
          <Link to={{ page: 'cases' }}>{words.intake.back}</Link>
        </p>
        <h2 id="reference-title" tabIndex={-1}>
          {texts.title}
        </h2>
        <p class="hint">{texts.lead}</p>
      </header>
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
