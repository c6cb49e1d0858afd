import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import {
  changeMartialLaw,
  type MartialLaw,
  type MartialLawChange,
  previewMartialLaw,
  readMartialLaw,
} from '#shared/contract/martial-law.ts';
import type { DatesMove } from '#shared/contract/reference.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';
import { Retry } from '../retry.tsx';
import { DatesMoveDialog } from './dates-move.tsx';

/** The dates as they would be: the last day of what holds now, or the first day of what begins anew. */
function intervalsWith({ intervals }: MartialLaw, day: string): MartialLawChange['intervals'] {
  const last = intervals.at(-1);
  if (last && last.to === null) return [...intervals.slice(0, -1), { from: last.from, to: day }];
  return [...intervals, { from: day, to: null }];
}

/** Between which dates martial law holds, and its end or new beginning with what it moves. */
export const MartialLawPart = (): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { martialLaw: texts, preview } = words.reference;
  const { offline } = words.desk.trouble;
  const [law, setLaw] = useState<MartialLaw | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [shown, show] = useState<{ change: MartialLawChange; moves: DatesMove } | null>(null);
  const [done, setDone] = useState('');
  const { send, ...sending } = useSending();
  const { values, onInput, clear, round } = useDraft(null, {});
  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      setLaw(await ask(readMartialLaw, {}));
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, offline]);
  useEffect(() => void load(), [load]);
  if (trouble) return <Retry words={trouble.message} again={() => void load()} />;
  if (!law) return <p class="quiet loading">{words.reference.loading}</p>;
  const holds = law.intervals.at(-1)?.to === null;
  const change = { intervals: intervalsWith(law, values.martialDay ?? ''), source: values.martialSource ?? '' };
  const see = async (): Promise<void> => {
    setDone('');
    const moves = await send(() => ask(previewMartialLaw, { body: change }));
    if (moves) show({ change, moves });
  };
  const confirm = async (): Promise<void> => {
    if (!shown) return;
    const body = { ...shown.change, digest: shown.moves.digest };
    const told = await send(() => ask(changeMartialLaw, { body }));
    if (!told) return;
    show(null);
    clear();
    setDone(plural(lang, told.moved, preview.done));
    await load();
  };
  const fields = sending.refused?.fields ?? {};
  const dayError = Object.entries(fields).find(([path]) => path.startsWith('intervals'))?.[1];
  return (
    <section class="part martial-law" aria-labelledby="martial-law-title">
      <h3 id="martial-law-title">{texts.title}</h3>
      <p class="hint">{texts.lead}</p>
      <ul>
        {law.intervals.map(({ from, to }) => (
          <li key={from}>
            {to
              ? fill(texts.interval, { from: dateInFull(lang, from), to: dateInFull(lang, to) })
              : fill(texts.since, { from: dateInFull(lang, from) })}
          </li>
        ))}
      </ul>
      <p class="said" role="status">
        {done}
      </p>
      <form
        key={round}
        noValidate
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void see();
        }}
      >
        {!shown && <Refused by={sending.refused} />}
        <Field
          name="martialDay"
          type="date"
          width="half"
          label={holds ? texts.lastDay : texts.firstDay}
          value={values.martialDay}
          error={dayError}
        />
        <Field
          name="martialSource"
          label={texts.source}
          hint={texts.sourceHint}
          value={values.martialSource}
          error={fields.source}
          autocomplete="off"
        />
        <p class="actions">
          <button type="submit" class="button secondary" aria-busy={sending.isSending}>
            {preview.see}
          </button>
        </p>
      </form>
      {shown && (
        <DatesMoveDialog
          key={shown.moves.digest}
          moves={shown.moves}
          sending={sending}
          confirm={() => void confirm()}
          closed={() => show(null)}
        />
      )}
    </section>
  );
};
