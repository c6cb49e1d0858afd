import type { JSX } from 'preact';
import type { OptionGroup } from '#client/views/forms/select.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { ActiveFilters, type FilterChip } from '#client/views/home/active-filters.tsx';
import { Period, TopicAndDistrict } from '#client/views/home/filter-fields.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { StatisticsScope } from '#shared/contract/statistics.ts';
import type { MapTexts } from '#shared/texts/uk/map.ts';
import type { Words } from './counted.tsx';

/** What is counted now, what else can be chosen, and the way back. */
export interface ScopeProps extends Words {
  map: MapTexts;
  scope: StatisticsScope;
  chips: readonly FilterChip[];
  categories: readonly OptionGroup[];
  districts: readonly OptionGroup[];
}
/** The filters of the map as far as they narrow what is counted; folded, and the ones that are on as chips. */
export const ScopeForm = ({ map, scope, chips, categories, districts, lang, texts }: ScopeProps): JSX.Element => (
  <div class="scope">
    <ActiveFilters chips={chips} map={map} />
    <details>
      <summary>{texts.scope}</summary>
      <form method="get" action={addressIn(lang, '/statistics')} noValidate>
        <TopicAndDistrict texts={map} filters={scope} categories={categories} districts={districts} />
        <Period texts={map} filters={scope} />
        <SubmitButton kind="secondary">{texts.show}</SubmitButton>
      </form>
    </details>
    {chips.length > 0 && (
      <p>
        <a href={addressIn(lang, '/statistics')}>{texts.whole}</a>
      </p>
    )}
  </div>
);
