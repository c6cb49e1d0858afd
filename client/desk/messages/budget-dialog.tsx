import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { type Money, setBudget } from '#shared/contract/message-budget.ts';
import type { MoneyLine } from '#shared/domain/sms-money.ts';
import { fill } from '#shared/texts/fill.ts';
import { hryvniaSum, kopiykasTyped } from '#shared/texts/money.ts';
import { useDesk } from '../desk-context.ts';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';
import { SumDialog } from './sum-dialog.tsx';
import type { Read } from './use-read.ts';

/** Enters what a line of the programme has a year, from a year on. */
export const BudgetDialog = ({
  line,
  money,
  read,
  entered,
  closed,
}: {
  line: MoneyLine;
  money: Money;
  read: Read<Money>;
  entered: (words: string) => void;
  closed: () => void;
}): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { budget: texts, money: names } = words.messages;
  const { send, ...sending } = useSending();
  const draft = useDraft(null, { year: money.today.slice(0, 4), hryvnias: '', source: '' });
  const { values } = draft;
  const save = async (): Promise<void> => {
    const year = Number(values.year);
    const kopiykas = kopiykasTyped(values.hryvnias ?? '');
    const before = money.budgets.find((one) => one.line === line && one.year === year);
    const body = { line, year, kopiykas, source: values.source ?? '', expectedVersion: before?.version ?? 0 };
    const now = await send(() => ask(setBudget, { body }));
    if (!now) return read.again(); // somebody else may have entered one meanwhile
    read.take(now);
    entered(fill(texts.done, { line: names.lines[line], year, sum: hryvniaSum(lang, kopiykas) }));
  };
  return (
    <SumDialog
      title={fill(texts.title, { line: names.lines[line] })}
      texts={texts}
      draft={draft}
      sending={sending}
      send={() => void save()}
      closed={closed}
    >
      <Field
        name="year"
        label={texts.year}
        hint={texts.yearHint}
        value={values.year}
        error={sending.refused?.fields.year && texts.yearWrong}
        inputMode="numeric"
        maxLength={4}
        width="half"
        autocomplete="off"
      />
    </SumDialog>
  );
};
