import type { JSX } from 'preact';
import { type OptionGroup, Select } from '#client/views/forms/select.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { type CaseFilters, inAddress, type MapPlace } from '#shared/domain/map/filters.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { MapTexts } from '#shared/texts/uk/map.ts';
import { Period, TopicAndDistrict } from './filter-fields.tsx';

/** What can be chosen, what is chosen, and where the map looks meanwhile. */
export interface FiltersFormProps {
  lang: Lang;
  texts: MapTexts;
  filters: CaseFilters;
  at: MapPlace | null;
  statuses: readonly OptionGroup[];
  terms: readonly OptionGroup[];
  categories: readonly OptionGroup[];
  districts: readonly OptionGroup[];
}

/** State, topic, district, term and period of the cases that are shown; folded, so that the cases come first. */
export const FiltersForm = ({ lang, texts, filters, at, ...choices }: FiltersFormProps): JSX.Element => {
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <details class="filters">
      <summary>{texts.filters}</summary>
      <form method="get" action={addressIn(lang, '/')} noValidate>
        {at && [
          <input key="z" type="hidden" name="z" value={at.z} />,
          <input key="lng" type="hidden" name="lng" value={inAddress(at.lng)} />,
          <input key="lat" type="hidden" name="lat" value={inAddress(at.lat)} />,
        ]}
        <Select
          name="status"
          label={texts.status}
          prompt={texts.statusAll}
          groups={choices.statuses}
          value={filters.status}
          optional=""
        />
        <TopicAndDistrict
          texts={texts}
          filters={filters}
          categories={choices.categories}
          districts={choices.districts}
        />
        <Select
          name="overdue"
          label={texts.term}
          prompt={texts.termAny}
          groups={choices.terms}
          value={filters.overdue}
          optional=""
        />
        <div class="period">
          <Period texts={texts} filters={filters} />
        </div>
        <SubmitButton kind="secondary">{texts.show}</SubmitButton>
        {isFiltered && (
          <p>
            <a href={addressIn(lang, '/')}>{texts.clear}</a>
          </p>
        )}
      </form>
    </details>
  );
};
