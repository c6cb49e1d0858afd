import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { filterWords } from './filter-words.ts';
import { without, writeFilters } from './filters.ts';

/** What a list is narrowed by, each with the way to do without it; nothing where it is whole. */
export const Chips = (): JSX.Element | null => {
  const desk = useDesk();
  const { words, address } = desk;
  const { filters: texts } = words;
  const set = writeFilters(address.filters);
  if (set.length === 0) return null;
  return (
    <ul class="chips" aria-label={texts.chosen}>
      {set.map(([name, value]) => {
        const said = filterWords(name, value, desk);
        return (
          <li key={name}>
            <Link
              class="chip"
              to={{ filters: without(address.filters, name), caseId: null }}
              aria-label={fill(texts.remove, { filter: said })}
            >
              {said} <span aria-hidden="true">×</span>
            </Link>
          </li>
        );
      })}
      {set.length > 1 && (
        <li>
          <Link to={{ filters: {}, caseId: null }}>{texts.clear}</Link>
        </li>
      )}
    </ul>
  );
};
