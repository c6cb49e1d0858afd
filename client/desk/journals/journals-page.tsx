import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { listReservations, type NumberReservation } from '#shared/contract/number-reservations.ts';
import { NUMBER_STATES } from '#shared/domain/number-reservation.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dayInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { PageHead } from '../page-head.tsx';
import { ListFrame } from '../post/list-frame.tsx';
import { usePages } from '../post/use-pages.ts';
import { shortDate } from '../short-date.ts';
import { CloseDialog } from './close-dialog.tsx';
import { NumbersDialog } from './numbers-dialog.tsx';
import { ReserveDialog } from './reserve-dialog.tsx';

const COLUMNS = ['on', 'department', 'numbers', 'states', 'madeBy', 'deeds'] as const;
/** What is open over the list. */
type Over = { what: 'reserve' } | { what: 'close' | 'numbers'; id: string };

const Line = ({ of, range, open }: { of: NumberReservation; range: string; open: (over: Over) => void }) => {
  const { lang, words, today } = useDesk();
  const { journals: texts } = words;
  const { id, on, department, count, counts, madeBy, reason, act } = of;
  return (
    <tr>
      <th scope="row">
        <time dateTime={on}>{shortDate(lang, on, today())}</time>
      </th>
      <td>{department.name}</td>
      <td class="journal-range">
        {range}
        <span class="muted">{count}</span>
      </td>
      <td>
        {NUMBER_STATES.filter((state) => counts[state]).map((state) => (
          <span key={state} class="journal-state">
            {texts.states[state]}: {counts[state]}
          </span>
        ))}
        {act && (
          <span class="muted">
            {fill(texts.act, { date: dayInFull(lang, new Date(act.at)), by: act.by ?? '', reason: act.reason })}
          </span>
        )}
      </td>
      <td>
        {madeBy}
        <span class="muted">{reason}</span>
      </td>
      <td>
        <p class="actions">
          <a
            class="button secondary"
            href={`/api/v1/number-reservations/${id}/journal.pdf`}
            download
            aria-label={fill(texts.printThis, { range })}
          >
            {texts.print}
          </a>
          <button
            type="button"
            class="button secondary"
            aria-label={fill(texts.showThis, { range })}
            onClick={() => open({ what: 'numbers', id })}
          >
            {texts.show}
          </button>
          {counts.left > 0 && (
            <button
              type="button"
              class="button secondary"
              aria-label={fill(texts.closeThis, { range })}
              onClick={() => open({ what: 'close', id })}
            >
              {texts.close}
            </button>
          )}
        </p>
      </td>
    </tr>
  );
};

/** Journals on paper for when there is no power: numbers that are reserved, what became of them, and their print. */
export const JournalsPage = (): JSX.Element => {
  const { words, ask } = useDesk();
  const { journals: texts } = words;
  const [over, setOver] = useState<Over | null>(null);
  const load = useCallback(
    (cursor: string | null) => ask(listReservations, { query: { ...(cursor && { cursor }) } }),
    [ask],
  );
  const list = usePages<NumberReservation>(load);
  const rangeOf = ({ first, last }: NumberReservation): string =>
    fill(texts.range, { first: spacedNumber(first), last: spacedNumber(last) });
  const items = list.read?.items ?? [];
  const open = over && over.what !== 'reserve' ? items.find(({ id }) => id === over.id) : undefined;
  const closed = (): void => setOver(null);
  return (
    <section class="intake publicity staff post journals" aria-labelledby="journals-title">
      <PageHead id="journals-title" title={texts.title} lead={texts.lead}>
        <p class="actions">
          <button type="button" class="button primary" onClick={() => setOver({ what: 'reserve' })}>
            {texts.add}
          </button>
        </p>
      </PageHead>
      <ListFrame list={list} empty={texts.empty}>
        <table class="switches">
          <caption class="unseen">{texts.title}</caption>
          <ColumnHeads of={COLUMNS} words={texts.columns} />
          <tbody>
            {items.map((one) => (
              <Line key={one.id} of={one} range={rangeOf(one)} open={setOver} />
            ))}
          </tbody>
        </table>
      </ListFrame>
      {over?.what === 'reserve' && (
        <ReserveDialog
          closed={closed}
          made={() => {
            closed();
            list.again();
          }}
        />
      )}
      {over?.what === 'close' && open && (
        <CloseDialog
          reservation={open}
          closed={closed}
          changed={(one) => {
            closed();
            list.put(({ id }) => id === one.id, one);
          }}
        />
      )}
      {over?.what === 'numbers' && open && (
        <NumbersDialog reservation={open} title={fill(texts.showThis, { range: rangeOf(open) })} closed={closed} />
      )}
    </section>
  );
};
