import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { ActiveFilters, type FilterChip } from './active-filters.tsx';
import { CaseCard, type ListedCase, type ListWords } from './case-card.tsx';
import { type DistrictRow, DistrictTable } from './district-table.tsx';

/** The list beside the map: what the same filters and the same part of the map hold, newest first. */
export interface CaseListProps {
  words: ListWords;
  listed: readonly ListedCase[];
  /** The number or the id of the case that is chosen on the map; `listed` begins with it. */
  chosen: string | null;
  total: number;
  /** The same cases counted by district. */
  byDistrict: readonly DistrictRow[];
  chips: readonly FilterChip[];
  /** The day of the list, in words: paper outlives it. */
  asOf: string;
  /** Whether it is about a part of the map rather than the whole city. */
  isPart: boolean;
  /** Addresses of the next page and of the first one, where there are such. */
  next: string | null;
  first: string | null;
  wholeCity: string;
}

const Nothing = ({ words: { map }, chips, isPart }: CaseListProps): JSX.Element => (
  <p class="nothing">{chips.length > 0 ? map.noneFits : isPart ? map.noneHere : map.noneYet}</p>
);

/** What the map, the filters and the pages of the list say on a screen, in words for paper. */
const OnPaper = ({ words: { map }, listed, total, chips, asOf }: CaseListProps): JSX.Element => (
  <p class="on-paper">
    {fill(map.asOf, { date: asOf })}{' '}
    {chips.length > 0 ? fill(map.filteredBy, { names: chips.map(({ label }) => label).join(', ') }) : map.unfiltered}
    {listed.length < total && ` ${fill(map.printed, { n: listed.length })}`}
  </p>
);

/** How many there are, in all and in each district, which filters are on, the cards, and the way to older ones. A script fetches this very part anew as the map moves. */
export const CaseList = (props: CaseListProps): JSX.Element => {
  const { words, listed, chosen, total, byDistrict, chips, isPart, next, first, wholeCity } = props;
  const { lang, map } = words;
  return (
    <div id="cases">
      <ActiveFilters chips={chips} map={map} />
      <p class="hint" role="status">
        {total > 0 && plural(lang, total, isPart ? map.foundHere : map.foundInCity)}
        {total > 0 && `. ${map.newestFirst}`}
      </p>
      <OnPaper {...props} />
      {total > 0 && <DistrictTable rows={byDistrict} total={total} words={words} />}
      {listed.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <ol class="cards">
          {listed.map((one) => (
            <CaseCard
              key={one.found.id}
              listed={one}
              isChosen={chosen === one.found.number || chosen === one.found.id}
              words={words}
            />
          ))}
        </ol>
      )}
      <p class="turns">
        {next && (
          <a class="button" href={next} rel="next">
            {map.older}
          </a>
        )}
        {first && (
          <a class="newest" href={first}>
            {map.newest}
          </a>
        )}
        {isPart && <a href={wholeCity}>{map.wholeCity}</a>}
      </p>
    </div>
  );
};
