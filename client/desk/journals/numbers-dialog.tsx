import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type NumberReservation, type ReservedNumber, readReservation } from '#shared/contract/number-reservations.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { Link } from '../link.tsx';
import { Retry } from '../retry.tsx';

/** Each number of a reservation with what became of it; a number that was entered leads to its case. */
export const NumbersDialog = ({
  reservation: { id },
  title,
  closed,
}: {
  reservation: NumberReservation;
  title: string;
  closed: () => void;
}): JSX.Element => {
  const { words, ask } = useDesk();
  const { numbers: texts } = words.journals;
  const [numbers, setNumbers] = useState<readonly ReservedNumber[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const load = (): void => {
    setTrouble(null);
    ask(readReservation, { params: { id } }).then(
      (read) => setNumbers(read.numbers),
      (error: unknown) => setTrouble(troubleOf(error, words.desk.trouble.offline)),
    );
  };
  useEffect(load, [id]);
  return (
    <Dialog title={title} closed={closed}>
      {trouble && <Retry words={trouble.message} again={load} />}
      {!numbers && !trouble && (
        <p class="quiet loading" role="status">
          {texts.loading}
        </p>
      )}
      <ol class="journal-numbers">
        {numbers?.map(({ number, state, caseId }) => (
          <li key={number} class={state}>
            {caseId ? (
              <Link to={{ page: 'cases', view: null, filters: {}, caseId }}>{spacedNumber(number)}</Link>
            ) : (
              spacedNumber(number)
            )}{' '}
            <span class="muted">{texts.states[state]}</span>
          </li>
        ))}
      </ol>
      <p class="actions">
        <button type="button" class="button secondary" onClick={closed}>
          {texts.close}
        </button>
      </p>
    </Dialog>
  );
};
