import { renderToString } from 'preact-render-to-string';
import { CaseList, type CaseListProps } from '#client/views/home/case-list.tsx';
import { FindPage } from '#client/views/home/find-page.tsx';
import { type CityFigures, HomePage, type HomePageProps } from '#client/views/home/home-page.tsx';
import type { CityMapProps, CityMapWords } from '#client/views/island.tsx';
import { baseAddress } from '#server/map/index.ts';
import type { Config } from '#server/platform/config.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { choices } from './home.choices.ts';
import type { Seeking } from './home.seek.ts';
import { mapPicture } from './home.view.ts';
import { TEXTS } from './texts.ts';

export type { CityFigures };

/** Raster tiles of the city's own choice, and whom to name for them. */
export type MapTiles = CityMapProps['tiles'];
/** The tiles that the settings name; null where the drawing of our own is all. */
export const tilesIn = ({
  MAP_TILES_URL: url,
  MAP_TILES_ATTRIBUTION: attribution = '',
}: Pick<Partial<Config>, 'MAP_TILES_URL' | 'MAP_TILES_ATTRIBUTION'>): MapTiles => (url ? { url, attribution } : null);

/** What the home page shows: the figures, the list, and what was looked for. */
export interface HomeFacts {
  figures: CityFigures;
  list: CaseListProps;
  seeking: Seeking;
  tiles: MapTiles;
}
/** The words of the map's script. */
export function mapWords(lang: Lang): CityMapWords {
  const { map, cases } = TEXTS[lang];
  return {
    statuses: cases.statuses,
    map: map.map,
    mapHelp: map.mapHelp,
    zoomIn: map.zoomIn,
    zoomOut: map.zoomOut,
    locate: map.locate,
    here: map.here,
    locateRefused: map.locateRefused,
    locateOutside: map.locateOutside,
    cluster: map.cluster,
    fresh: map.fresh,
    nearer: map.nearer,
    failed: map.failed,
    again: map.again,
  };
}
/** What the view of the home page is given. */
export function homeProps(
  lang: Lang,
  { figures, list, seeking: { sought, request, pin }, tiles }: HomeFacts,
): HomePageProps {
  const { home, map } = TEXTS[lang];
  const { at, filters, chosen } = request;
  return {
    figures,
    lang,
    texts: home,
    map,
    seek: sought,
    filters: { lang, texts: map, filters, at, ...choices(lang) },
    list,
    picture: mapPicture(lang, request, pin, tiles),
    island: { lang, base: baseAddress(), tiles, at, filters, chosen, pin, words: mapWords(lang) },
  };
}
/** The home page; without filters, view and session it is the same for everybody, so it can be made beforehand. */
export function homePage(visit: Visit, facts: HomeFacts): string {
  const { list, seeking } = facts;
  const isPlain =
    seeking.sought.outcome === 'none' && list.chips.length === 0 && seeking.request.at === null && list.first === null;
  const frame = frameOf({ ...visit, path: '/' }, TEXTS[visit.lang].common.site);
  return renderDocument(frame, <HomePage {...homeProps(visit.lang, facts)} />, {
    styles: ['client/styles/home.css'],
    ...(!isPlain && { isPrivate: true }),
  });
}
/** The list alone, for a page whose map was moved. */
export const listPart = (list: CaseListProps): string => renderToString(<CaseList {...list} />);

/** The search by number, after a number that cannot be one. */
export const findPage = (visit: Visit, typed: string): string => {
  const { home, common } = TEXTS[visit.lang];
  const view = <FindPage lang={visit.lang} texts={home} typed={typed} errorTitle={common.errorSummary} />;
  return renderDocument(frameOf(visit, home.find, true), view, { styles: ['client/styles/home.css'], isPrivate: true });
};
/** The language's own home page, unfiltered, for a visitor without a session. */
export const plainVisit = (lang: Lang): Visit => ({ lang, path: '/', isSignedIn: false });
