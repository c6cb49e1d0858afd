import type { Category, Department } from '#shared/contract/catalogue.ts';
import type { CaseRow } from '#shared/contract/register.ts';
import type { TemplateFacts } from '#shared/domain/templates.ts';
import { spacedNumber } from './codes.ts';
import { dateInFull, dayInFull } from './dates.ts';

/** What a case says in the placeholders of a template, in Ukrainian: letters are in the state language. `today` is `YYYY-MM-DD`. */
export function templateFacts(
  row: CaseRow,
  { categories, departments }: { categories: readonly Category[]; departments: readonly Department[] },
  today: string,
): TemplateFacts {
  const { address, description } = row.place;
  return {
    number: spacedNumber(row.number),
    index: row.registrationIndex,
    receivedOn: dayInFull('uk', new Date(row.receivedAt)),
    dueOn: row.dueOn && dateInFull('uk', row.dueOn),
    category: categories.find(({ code }) => code === row.categoryCode)?.uk ?? null,
    place: address ?? description,
    department: departments.find(({ id }) => id === row.department?.id)?.uk ?? null,
    today: dateInFull('uk', today),
  };
}
