import type { JSX } from 'preact';
import type { SignatureSource } from '#shared/contract/petition-signatures.ts';
import type { Suspicion } from '#shared/domain/petition.ts';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { type Group, groupWords } from './group-words.ts';

const COLUMNS = ['source', 'count', 'held', 'removed', 'deeds'] as const;
/** The networks, or the ranges of numbers, that brought most signatures. */
export const SourcesTable = ({
  kind,
  sources,
  remove,
}: {
  kind: Suspicion;
  sources: readonly SignatureSource[];
  remove: (group: Group) => void;
}): JSX.Element => {
  const { lang, words } = useDesk();
  const { sources: texts, ...rest } = words.signatures;
  return (
    <>
      <h4>{texts[kind]}</h4>
      {sources.length === 0 && <p class="muted">{texts.none}</p>}
      {sources.length > 0 && (
        <table class="switches signature-groups">
          <caption class="unseen">{texts[kind]}</caption>
          <ColumnHeads of={COLUMNS} words={texts.columns} />
          <tbody>
            {sources.map(({ hash, count, held, removed }) => (
              <tr key={hash}>
                <th scope="row">
                  <code>{hash}</code>
                </th>
                <td>{spacedCount(lang, count)}</td>
                <td>{spacedCount(lang, held)}</td>
                <td>{spacedCount(lang, removed)}</td>
                <td>
                  <button
                    type="button"
                    class="link"
                    aria-label={fill(rest.removeThis, { group: groupWords({ kind, hash }, words.signatures) })}
                    onClick={() => remove({ kind, hash })}
                  >
                    {rest.remove}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
};
