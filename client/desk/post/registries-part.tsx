import type { JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import { listRegistries, type PostalRegistry } from '#shared/contract/post.ts';
import { ENVELOPES, type Envelope } from '#shared/domain/postal.ts';
import { fill } from '#shared/texts/fill.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { shortDate } from '../short-date.ts';
import { ListFrame } from './list-frame.tsx';
import { usePages } from './use-pages.ts';

const COLUMNS = ['registry', 'on', 'count', 'registered', 'madeBy', 'papers'] as const;

/** A registry as a paper, and its envelopes. */
export const RegistryPapers = ({ registry: { id, number } }: { registry: PostalRegistry }): JSX.Element => {
  const { post: texts } = useDesk().words;
  const at = `/api/v1/post/registries/${id}`;
  return (
    <p class="actions">
      <a
        class="button secondary"
        href={`${at}/registry.pdf`}
        download
        aria-label={fill(texts.registryThis, { number })}
      >
        {texts.registryPdf}
      </a>
      {(Object.keys(ENVELOPES) as Envelope[]).map((size) => (
        <a
          key={size}
          class="button secondary"
          href={`${at}/envelopes.pdf?size=${size}`}
          download
          aria-label={fill(texts.envelopesThis, { what: texts.envelopes[size], number })}
        >
          {texts.envelopes[size]}
        </a>
      ))}
    </p>
  );
};

/** The registries that were made, with their papers. */
export const RegistriesPart = (): JSX.Element => {
  const { lang, words, ask, today } = useDesk();
  const { post: texts } = words;
  const load = useCallback(
    (cursor: string | null) => ask(listRegistries, { query: { ...(cursor && { cursor }) } }),
    [ask],
  );
  const list = usePages<PostalRegistry>(load);
  return (
    <ListFrame list={list} empty={texts.noRegistries}>
      <table class="switches">
        <caption class="unseen">{texts.registries}</caption>
        <ColumnHeads of={COLUMNS} words={texts.columns} />
        <tbody>
          {list.read?.items.map((registry) => (
            <tr key={registry.id}>
              <th scope="row">№ {registry.number}</th>
              <td>
                <time dateTime={registry.on}>{shortDate(lang, registry.on, today())}</time>
              </td>
              <td>{registry.count}</td>
              <td>{registry.registered}</td>
              <td>{registry.madeBy}</td>
              <td>
                <RegistryPapers registry={registry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ListFrame>
  );
};
