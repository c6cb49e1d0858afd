import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { YEAR_PARTS, type YearPart } from '#shared/domain/figures.ts';
import { useDesk } from '../desk-context.ts';
import { areDaysRight, type FigureChoice, isByDays, yearsUntil } from './choice.ts';

const QUARTERS = [1, 2, 3, 4] as const;

/** For what time a report is: days, a quarter, or a part of a year. Each change is a new choice at once. */
export const PeriodFields = ({
  choice,
  chosen,
}: {
  choice: FigureChoice;
  chosen: (change: Partial<FigureChoice>) => void;
}): JSX.Element => {
  const { words, today } = useDesk();
  const { figures: texts } = words;
  const { report, year, quarter, part, from, to } = choice;
  const take = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement | HTMLSelectElement;
    if (name === 'year' || name === 'quarter') chosen({ [name]: Number(value) });
    else if (name === 'part') chosen({ part: value as YearPart });
    else if (value) chosen({ [name]: value });
  };
  const years = yearsUntil(today()).map((each) => ({ value: String(each), label: String(each) }));
  return (
    <fieldset class="figure-period" onChange={take}>
      <legend class="unseen">{texts.period}</legend>
      {isByDays(report) ? (
        <>
          <Field name="from" label={texts.from} type="date" value={from} />
          <Field
            name="to"
            label={texts.to}
            type="date"
            value={to}
            error={areDaysRight(choice) ? undefined : texts.wrongDays}
          />
        </>
      ) : (
        <>
          <Select name="year" label={texts.year} value={String(year)} groups={[{ options: years }]} />
          {report === 'quarter' ? (
            <Select
              name="quarter"
              label={texts.quarter}
              value={String(quarter)}
              groups={[{ options: QUARTERS.map((each) => ({ value: String(each), label: texts.quarters[each] })) }]}
            />
          ) : (
            <Select
              name="part"
              label={texts.part}
              value={part}
              groups={[{ options: YEAR_PARTS.map((each) => ({ value: each, label: texts.parts[each] })) }]}
            />
          )}
        </>
      )}
    </fieldset>
  );
};
