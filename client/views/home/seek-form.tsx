import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { type CaseFilters, FILTERS } from '#shared/domain/map/filters.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { MapTexts } from '#shared/texts/uk/map.ts';

/** What was looked for and what came of it. */
export interface Sought {
  query: string;
  /** `number`: digits that are no number of a case; `nothing`: no such place; `found`: the map shows the first place. */
  outcome: 'none' | 'number' | 'nothing' | 'found';
  place: string;
  /** Other places of that name, with the addresses that show them. */
  others: readonly { name: string; href: string }[];
}
export interface SeekFormProps {
  lang: Lang;
  texts: MapTexts;
  sought: Sought;
  /** What narrows the list, kept while another place is looked for. */
  filters: CaseFilters;
}
const Outcome = ({ texts, sought: { outcome, place, others } }: SeekFormProps): JSX.Element | null =>
  outcome !== 'found' ? null : (
    <div class="sought" role="status">
      <p>{fill(texts.seekFound, { place })}</p>
      {others.length > 0 && (
        <details>
          <summary>{texts.seekOthers}</summary>
          <ul>
            {others.map(({ name, href }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );

/** One field for an address or a number: an address moves the map there, a number leads to its case. */
export const SeekForm = (props: SeekFormProps): JSX.Element => {
  const { lang, texts, sought, filters } = props;
  const nothing = fill(texts.seekNothing, { query: sought.query });
  const error = sought.outcome === 'nothing' ? nothing : sought.outcome === 'number' ? texts.seekNumber : undefined;
  return (
    <search>
      <form method="get" action={addressIn(lang, '/')} class="seek" noValidate>
        <Field
          name="q"
          type="search"
          label={texts.seek}
          hint={texts.seekHint}
          error={error}
          value={sought.query}
          autocomplete="off"
          enterKeyHint="search"
          maxLength={120}
          optional=""
        />
        {FILTERS.map((name) =>
          filters[name] ? <input key={name} type="hidden" name={name} value={filters[name]} /> : null,
        )}
        <SubmitButton kind="secondary">{texts.seekButton}</SubmitButton>
        <Outcome {...props} />
      </form>
    </search>
  );
};
