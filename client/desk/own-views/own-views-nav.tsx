import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import { spacedCount } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { type Filters, writeFilters } from '../filters/filters.ts';
import { Link } from '../link.tsx';
import type { OwnViews } from './use-own-views.ts';

const isSame = (a: Filters, b: Filters): boolean => JSON.stringify(writeFilters(a)) === JSON.stringify(writeFilters(b));

/** One’s own lists in the rail, each with its count and the way to be rid of it; nothing while there is none. */
export const OwnViewsNav = ({ views }: { views: OwnViews }): JSX.Element | null => {
  const { lang, words, address } = useDesk();
  const { ownViews: texts } = words;
  if (views.items.length === 0) return null;
  return (
    <nav class="own-views" aria-label={texts.rail}>
      <p class="hint">{texts.rail}</p>
      <ul>
        {views.items.map(({ id, name, view, filters, count }) => {
          const isHere = address.page === 'cases' && address.view === view && isSame(address.filters, filters);
          return (
            <li key={id} class={`view${count ? '' : ' none'}`}>
              <Link to={{ page: 'cases', view, filters, caseId: null }} aria-current={isHere ? 'page' : undefined}>
                {name} <span class="count">{spacedCount(lang, count)}</span>
              </Link>
              <button
                type="button"
                class="link drop"
                aria-label={fill(texts.remove, { name })}
                onClick={() => void views.drop(id)}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
