import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Brought } from '#shared/contract/endpoint.ts';
import type { CaseRow } from '#shared/contract/register.ts';
import type { RegisterView } from '#shared/contract/register-list.ts';
import { type CaseCell, readCaseMap } from '#shared/contract/register-map.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural, spacedCount } from '#shared/texts/plural.ts';
import { categoryName, placeWords, statusWord } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { Link } from '../link.tsx';
import { Retry } from '../retry.tsx';
import { useDeskMap } from './use-desk-map.ts';

/** What was brought, and the zoom for which it was asked. */
type Drawn = Brought<typeof readCaseMap> & { zoom: number };

/** The cases of one place that no zoom tells apart. */
const Gathered = ({ cases }: { cases: readonly CaseRow[] }): JSX.Element => {
  const { lang, words, catalogue } = useDesk();
  const { places: texts, desk } = words;
  const first = useRef<HTMLElement>(null);
  useEffect(() => first.current?.focus(), [cases]);
  return (
    <section class="gathered" ref={first} tabIndex={-1} aria-label={texts.gathered}>
      <h3>{texts.gathered}</h3>
      {cases.length === 0 && <p class="hint">{texts.tooMany}</p>}
      <ul>
        {cases.map((row) => (
          <li key={row.id}>
            <Link to={{ caseId: row.id }}>{spacedNumber(row.number)}</Link>{' '}
            {categoryName(lang, catalogue.categories, row.categoryCode)}, {statusWord(desk, row.status)}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The cases of a list on the map: whoever sees or hears it no better than a list has the list, which says the same. */
export const CaseMapPart = ({ view, news }: { view: RegisterView; news: string }): JSX.Element => {
  const { lang, words, address, catalogue, ask, go, ground } = useDesk();
  const { places: texts, desk } = words;
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [failed, setFailed] = useState<Trouble | null>(null);
  const [gathered, setGathered] = useState<readonly CaseRow[] | null>(null);
  const [tries, again] = useState(0);
  const nameOf = ({ count, cases }: CaseCell): string => {
    const [only] = cases;
    if (count > 1 || !only) return `${plural(lang, count, texts.cluster)}. ${texts.press}`;
    const category = categoryName(lang, catalogue.categories, only.categoryCode);
    return [spacedNumber(only.number), category, placeWords(only.place), statusWord(desk, only.status)]
      .filter(Boolean)
      .join(', ');
  };
  const { map, seen, isLost } = useDeskMap(place, ground, {
    lang,
    words: { map: texts.region, nearer: texts.nearer, farther: texts.farther },
    nameOf,
    chose: (row) => go({ caseId: row.id }),
    gathered: setGathered,
  });
  const asked = JSON.stringify({ view, ...address.filters, ...seen });
  const wanted = useRef(asked);
  wanted.current = asked;
  useEffect(() => {
    if (!seen) return;
    setFailed(null);
    ask(readCaseMap, { query: { view, ...address.filters, ...seen } })
      .then((came) => {
        if (wanted.current === asked) setDrawn({ ...came, zoom: seen.zoom });
      })
      .catch((error: unknown) => {
        if (wanted.current === asked) setFailed(troubleOf(error, desk.trouble.offline));
      });
  }, [asked, news, tries]);
  // The map itself becomes smaller when they are told, which is no reason to take them away.
  useEffect(() => setGathered(null), [view, JSON.stringify(address.filters), seen?.zoom]);
  useEffect(() => {
    if (drawn) map?.show(drawn.cells, drawn.zoom, address.caseId);
  }, [map, drawn, address.caseId]);
  const n = (count: number): string => spacedCount(lang, count);
  return (
    <div class="case-map">
      <p class="case-map-says">
        <span role="status">
          {drawn &&
            fill(texts.says, {
              seen: n(drawn.seen),
              total: n(drawn.total),
              beyond: n(drawn.placed - drawn.seen),
              placeless: n(drawn.total - drawn.placed),
            })}
          {!drawn && !failed && !isLost && texts.loading}
        </span>{' '}
        <Link to={{ isMap: false }}>{texts.toList}</Link>
      </p>
      {isLost && <Retry words={texts.lost} again={() => location.reload()} />}
      {failed && <Retry words={failed.message} again={() => again(tries + 1)} />}
      <div class="canvas awake" ref={place} />
      {gathered && <Gathered cases={gathered} />}
      {ground.tiles && <p class="hint">{ground.tiles.attribution}</p>}
    </div>
  );
};
