import { EmbedPage } from '#client/views/embed/embed-page.tsx';
import { baseAddress } from '#server/map/index.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { renderBareDocument } from './document.tsx';
import { within } from './frame.ts';
import { choices, homeAddress } from './home.choices.ts';
import { type MapTiles, mapWords } from './home.page.tsx';
import type { CityRequest } from './home.query.ts';
import { mapPicture } from './home.view.ts';
import { TEXTS } from './texts.ts';

/** The map for a frame on another site, the same for everybody. */
export function embedPage(lang: Lang, { filters, at }: Pick<CityRequest, 'filters' | 'at'>, tiles: MapTiles): string {
  const texts = TEXTS[lang].embed;
  const request = { filters, at, chosen: null, q: '', cursor: undefined };
  const topics = Object.fromEntries(
    choices(lang).categories.flatMap(({ options }) => options.map(({ value, label }) => [value, label])),
  );
  return renderBareDocument(
    {
      lang,
      title: texts.title,
      styles: ['client/styles/public.css', 'client/styles/home.css', 'client/styles/embed.css'],
      scripts: ['client/main.ts'],
    },
    <EmbedPage
      texts={texts}
      picture={mapPicture(lang, request, null, tiles, '/embed/map')}
      island={{ lang, base: baseAddress(), tiles, at, filters, topics, open: texts.open, words: mapWords(lang) }}
      whole={homeAddress(lang, request)}
      report={within({ lang, path: '/', isSignedIn: false }, '/appeals/new?about=place')}
    />,
    <meta name="robots" content="noindex" />,
  );
}
