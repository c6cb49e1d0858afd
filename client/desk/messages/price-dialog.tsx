import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { type Money, setPrice } from '#shared/contract/message-budget.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { hryvniaSum, kopiykasTyped } from '#shared/texts/money.ts';
import { useDesk } from '../desk-context.ts';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';
import { SumDialog } from './sum-dialog.tsx';
import type { Read } from './use-read.ts';

/** Enters what one part of a text costs from a date on. */
export const PriceDialog = ({
  money,
  read,
  entered,
  closed,
}: {
  money: Money;
  read: Read<Money>;
  entered: (words: string) => void;
  closed: () => void;
}): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { price: texts } = words.messages;
  const { send, ...sending } = useSending();
  const draft = useDraft(null, { validFrom: money.today, hryvnias: '', source: '' });
  const { validFrom = '', source = '', hryvnias: typed = '' } = draft.values;
  const save = async (): Promise<void> => {
    const kopiykas = kopiykasTyped(typed);
    const expectedVersion = money.prices.find((one) => one.validFrom === validFrom)?.version ?? 0;
    const now = await send(() => ask(setPrice, { body: { validFrom, kopiykas, source, expectedVersion } }));
    if (!now) return read.again(); // somebody else may have entered one meanwhile
    read.take(now);
    entered(fill(texts.done, { sum: hryvniaSum(lang, kopiykas), date: dateInFull(lang, validFrom) }));
  };
  return (
    <SumDialog
      title={texts.title}
      texts={texts}
      draft={draft}
      sending={sending}
      send={() => void save()}
      closed={closed}
    >
      <Field
        name="validFrom"
        type="date"
        label={texts.validFrom}
        value={validFrom}
        error={sending.refused?.fields.validFrom}
        width="half"
      />
    </SumDialog>
  );
};
