import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import type { MapTexts } from '#shared/texts/uk/map.ts';

/** A filter that is on: what it says, and the address without it. */
export interface FilterChip {
  label: string;
  without: string;
}
/** The filters that are on, each a link that takes it off; nothing where none is. */
export const ActiveFilters = ({
  chips,
  map,
}: {
  chips: readonly FilterChip[];
  map: Pick<MapTexts, 'without'>;
}): JSX.Element | null =>
  chips.length === 0 ? null : (
    <ul class="chips">
      {chips.map(({ label, without }) => (
        <li key={label}>
          <a href={without} aria-label={fill(map.without, { name: label })}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
