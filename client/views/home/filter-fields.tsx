import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { type OptionGroup, Select } from '#client/views/forms/select.tsx';
import type { CaseFilters } from '#shared/domain/map/filters.ts';
import type { MapTexts } from '#shared/texts/uk/map.ts';

/** The filters that the map and the figures of the city have in common: the words, and what is chosen. */
interface FilterFieldsProps {
  texts: MapTexts;
  filters: Pick<CaseFilters, 'category' | 'district' | 'from' | 'to'>;
}
/** Which topic, and which district. */
export const TopicAndDistrict = ({
  texts,
  filters,
  categories,
  districts,
}: FilterFieldsProps & { categories: readonly OptionGroup[]; districts: readonly OptionGroup[] }): JSX.Element => (
  <>
    <Select
      name="category"
      label={texts.category}
      prompt={texts.categoryAll}
      groups={categories}
      value={filters.category}
      optional=""
    />
    <Select
      name="district"
      label={texts.district}
      prompt={texts.districtAll}
      groups={districts}
      value={filters.district}
      optional=""
    />
  </>
);
/** From which day of receipt on, and until which. */
export const Period = ({ texts, filters: { from, to } }: FilterFieldsProps): JSX.Element => (
  <>
    <Field name="from" type="date" label={texts.from} value={from} optional="" />
    <Field name="to" type="date" label={texts.to} value={to} optional="" />
  </>
);
