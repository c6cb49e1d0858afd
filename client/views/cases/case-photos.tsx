import type { JSX } from 'preact';
import { fill } from '#shared/texts/fill.ts';

/** One photo as pages show it: the small picture, and where the large one lies. */
export interface ShownPhoto {
  id: string;
  url: string;
  thumbUrl: string;
}
/** Photos in a row, each a link to itself in full; nothing where there are none. */
export const CasePhotos = ({
  id,
  title,
  photos,
  alt,
}: {
  id: string;
  title: string;
  photos: readonly ShownPhoto[];
  /** With `{n}` and `{all}`. */
  alt: string;
}): JSX.Element | null =>
  photos.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="photos">
        {photos.map((photo, i) => (
          <li key={photo.id}>
            <a href={photo.url}>
              <img
                src={photo.thumbUrl}
                alt={fill(alt, { n: String(i + 1), all: String(photos.length) })}
                width="160"
                height="160"
                loading="lazy"
                decoding="async"
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
