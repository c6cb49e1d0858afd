import type { JSX } from 'preact';
import type { DatesMove } from '#shared/contract/reference.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { Refused } from '../form/refused.tsx';
import type { Sending } from '../form/use-sending.ts';

/** How many due dates would move, and which: of each case and petition the date before and after. */
export const DatesMoveTable = ({ moves: { count, petitions, items } }: { moves: DatesMove }): JSX.Element => {
  const { lang, words } = useDesk();
  const { preview: texts } = words.reference;
  if (count === 0) return <p>{texts.none}</p>;
  const cell = ({ legal, internal }: DatesMove['items'][number]['before']): JSX.Element => (
    <td>
      {dateInFull(lang, legal)}
      {internal !== legal && <small>{fill(texts.internal, { date: dateInFull(lang, internal) })}</small>}
    </td>
  );
  return (
    <>
      <p>
        <strong>{plural(lang, count, texts.count)}</strong>{' '}
        {petitions > 0 && `${fill(texts.petitions, { n: petitions })} `}
        {items.length < count && fill(texts.first, { n: items.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys */}
      <section class="dates-move" tabIndex={0} aria-label={texts.title}>
        <table class="switches">
          <caption class="unseen">{texts.title}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.index}</th>
              <th scope="col">{texts.before}</th>
              <th scope="col">{texts.after}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ kind, id, index, number, before, after }) => (
              <tr key={id}>
                <th scope="row">
                  {kind === 'petition' ? fill(texts.petition, { number }) : (index ?? spacedNumber(number))}
                </th>
                {cell(before)}
                {cell(after)}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};
/** Shows what a change of the calendar moves, and asks once more. */
export const DatesMoveDialog = ({
  moves,
  sending: { isSending, refused },
  confirm,
  closed,
}: {
  moves: DatesMove;
  sending: Pick<Sending, 'isSending' | 'refused'>;
  confirm: () => void;
  closed: () => void;
}): JSX.Element => {
  const { reference: texts } = useDesk().words;
  return (
    <Dialog title={texts.preview.title} closed={closed} isWide>
      <Refused by={refused} />
      <DatesMoveTable moves={moves} />
      <p class="actions">
        <button type="button" class="button primary" aria-busy={isSending} onClick={confirm}>
          {isSending ? texts.saving : texts.preview.confirm}
        </button>
        <button type="button" class="button secondary" onClick={closed}>
          {texts.cancel}
        </button>
      </p>
    </Dialog>
  );
};
