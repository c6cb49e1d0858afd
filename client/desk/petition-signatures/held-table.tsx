import type { JSX } from 'preact';
import type { HeldGroup } from '#shared/contract/petition-signatures.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { ListFrame } from '../post/list-frame.tsx';
import type { Pages } from '../post/use-pages.ts';
import { type Group, groupWords } from './group-words.ts';

const COLUMNS = ['group', 'count', 'when', 'names', 'deeds'] as const;
/** The groups of signatures that wait for a decision, each with the two that there are. */
export const HeldTable = ({
  held,
  isSending,
  release,
  remove,
}: {
  held: Pages<HeldGroup>;
  isSending: boolean;
  release: (group: Group) => void;
  remove: (group: Group) => void;
}): JSX.Element => {
  const { lang, words } = useDesk();
  const { held: texts, ...rest } = words.signatures;
  return (
    <>
      <h4>{texts.title}</h4>
      <ListFrame list={held} empty={texts.none}>
        <table class="switches signature-groups">
          <caption class="unseen">{texts.title}</caption>
          <ColumnHeads of={COLUMNS} words={texts.columns} />
          <tbody>
            {held.read?.items.map(({ kind, hash, count, firstAt, lastAt, names }) => {
              const group = groupWords({ kind, hash }, words.signatures);
              return (
                <tr key={group}>
                  <th scope="row">
                    {rest.kinds[kind]} <code>{hash}</code>
                  </th>
                  <td>{spacedCount(lang, count)}</td>
                  <td>{fill(texts.when, { from: momentInFull(lang, firstAt), to: momentInFull(lang, lastAt) })}</td>
                  <td lang="uk">{names.join(', ')}</td>
                  <td class="signature-deeds">
                    <button
                      type="button"
                      class="button secondary"
                      aria-busy={isSending}
                      aria-label={fill(texts.releaseThis, { group })}
                      onClick={() => release({ kind, hash })}
                    >
                      {texts.release}
                    </button>
                    <button
                      type="button"
                      class="link"
                      aria-label={fill(rest.removeThis, { group })}
                      onClick={() => remove({ kind, hash })}
                    >
                      {rest.remove}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ListFrame>
    </>
  );
};
