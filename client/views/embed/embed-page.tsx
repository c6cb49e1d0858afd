import type { JSX } from 'preact';
import { MapPicture, type MapPictureProps } from '#client/views/home/map-picture.tsx';
import { Island, type Islands } from '#client/views/island.tsx';
import type { EmbedTexts } from '#shared/texts/uk/embed.ts';

/** The map alone, for a frame on another site; `whole` and `report` are addresses of our own pages. */
export interface EmbedPageProps {
  texts: EmbedTexts;
  picture: MapPictureProps;
  island: Islands['embed-map'];
  whole: string;
  report: string;
}
/** The map over the whole frame, and below it the ways to the full page, each in a window of its own. */
export const EmbedPage = ({ texts, picture, island, whole, report }: EmbedPageProps): JSX.Element => (
  <main class="embed">
    <h1 class="unseen">{texts.title}</h1>
    <section class="map" id="map" aria-label={texts.title}>
      <Island name="embed-map" props={island}>
        <MapPicture {...picture} />
      </Island>
    </section>
    <p class="ways-out">
      <a class="whole" href={whole} target="_blank" rel="noopener">
        {texts.whole}
      </a>
      <a href={report} target="_blank" rel="noopener">
        {texts.report}
      </a>
    </p>
  </main>
);
