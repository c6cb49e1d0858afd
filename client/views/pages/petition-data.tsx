import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import type { OpenDataTexts } from '#shared/texts/uk/open-data.ts';

/** The set of petitions on the page of open data: its files, the roots of each day, and where those who signed are told. */
export const PetitionData = ({ lang, texts }: { lang: Lang; texts: OpenDataTexts }): JSX.Element => {
  const { petitions } = texts;
  return (
    <section>
      <h2 id="petitions">{petitions.title}</h2>
      <p>{petitions.lead}</p>
      <ul class="files">
        <li>
          <a href="/open-data/petitions.csv" download>
            {petitions.csv}
          </a>
        </li>
        <li>
          <a href="/open-data/petitions.ndjson" download>
            {petitions.ndjson}
          </a>
        </li>
        <li>
          <a href="/petitions/roots.json">{petitions.roots}</a> <span class="hint">{petitions.rootsHint}</span>
        </li>
      </ul>
      <p>
        {petitions.signers} <a href={addressIn(lang, '/petitions')}>{petitions.list}</a>
      </p>
    </section>
  );
};
