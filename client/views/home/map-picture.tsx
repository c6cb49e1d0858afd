import type { JSX } from 'preact';
import type { MapTexts } from '#shared/texts/uk/map.ts';

/** The map as pictures that the server drew: for phones, for wide screens and for paper, and the addresses of the views around it. */
export interface MapPictureProps {
  texts: MapTexts;
  narrow: { src: string; width: number; height: number };
  wide: { src: string; width: number; height: number };
  paper: { src: string; width: number; height: number };
  moves: { zoomIn: string | null; zoomOut: string | null; north: string; south: string; west: string; east: string };
  /** Whom to name for tiles and places, beside the drawing of our own: words, or words and an address. */
  credits: readonly string[];
}

/** Whom to name, as a link where an address follows the words. */
const Credit = ({ of }: { of: string }): JSX.Element => {
  const [, words = of, address] = /^(.*\S)\s+(https:\/\/\S+)$/.exec(of) ?? [];
  return (
    <span>
      {' · '}
      {address ? <a href={address}>{words}</a> : words}
    </span>
  );
};
/** The map before scripts and without them: a picture with links that move it, and one for paper, which no screen shows. */
export const MapPicture = ({ texts, narrow, wide, paper, moves, credits }: MapPictureProps): JSX.Element => {
  const { zoomIn, zoomOut, north, south, west, east } = moves;
  const links = [
    ['in', zoomIn, texts.zoomIn, '+'],
    ['out', zoomOut, texts.zoomOut, '−'],
    ['north', north, texts.north, '↑'],
    ['west', west, texts.west, '←'],
    ['east', east, texts.east, '→'],
    ['south', south, texts.south, '↓'],
  ] as const;
  return (
    <>
      <picture>
        <source media="(width < 60rem)" srcset={narrow.src} width={narrow.width} height={narrow.height} />
        <img src={wide.src} width={wide.width} height={wide.height} alt={texts.picture} fetchpriority="high" />
      </picture>
      <img class="on-paper" {...paper} alt={texts.picture} loading="lazy" />
      <ul class="moves">
        {links.map(([kind, href, label, sign]) =>
          href ? (
            <li key={kind} class={kind}>
              <a href={`${href}#map`} aria-label={label} title={label}>
                {sign}
              </a>
            </li>
          ) : null,
        )}
      </ul>
      <p class="credit">
        {texts.attribution}
        {credits.map((of) => (
          <Credit key={of} of={of} />
        ))}
      </p>
    </>
  );
};
