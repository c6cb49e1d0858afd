import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { POSTAL_STATES } from '#shared/domain/postal.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { PageHead } from '../page-head.tsx';
import { RegistriesPart } from './registries-part.tsx';
import { SentPart } from './sent-part.tsx';
import { type PostalCounts, WaitingPart } from './waiting-part.tsx';

const PARTS = [...POSTAL_STATES, 'registries'] as const;
type PostPart = (typeof PARTS)[number];

/** What the city sends by post: what waits, registries, and what became of it. */
export const PostPage = (): JSX.Element => {
  const { lang, words } = useDesk();
  const { post: texts } = words;
  const [part, setPart] = useState<PostPart>('waiting');
  const [counts, setCounts] = useState<PostalCounts>({});
  const title = (each: PostPart): string => (each === 'registries' ? texts.registries : texts.states[each]);
  const count = (each: PostPart): number | undefined => (each === 'registries' ? undefined : counts[each]);
  return (
    <section class="intake publicity staff post" aria-labelledby="post-title">
      <PageHead id="post-title" title={texts.title} lead={texts.lead} />
      <fieldset class="post-parts">
        <legend class="unseen">{texts.parts}</legend>
        {PARTS.map((each) => (
          <label key={each}>
            <input type="radio" name="part" checked={each === part} onChange={() => setPart(each)} />
            {title(each)}{' '}
            {count(each) !== undefined && <span class="count">{spacedCount(lang, count(each) ?? 0)}</span>}
          </label>
        ))}
      </fieldset>
      {part === 'waiting' && <WaitingPart counted={setCounts} />}
      {part === 'registries' && <RegistriesPart />}
      {part !== 'waiting' && part !== 'registries' && <SentPart key={part} state={part} counted={setCounts} />}
    </section>
  );
};
