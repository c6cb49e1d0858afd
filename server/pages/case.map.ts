import type { CaseBodyProps } from '#client/views/cases/case-body.tsx';
import { pictureAddress } from '#server/map/index.ts';
import type { AppealView } from '#shared/contract/appeals.ts';
import { roundedPoint } from '#shared/domain/publication.ts';
import { type Visit, within } from './frame.ts';

const SIZE = { width: 720, height: 440 };
/** Near enough to tell the street. */
const ZOOM = 15;

/**
 * The picture of the place: the applicant's own point, to others the one that was published; null where there is none. The link
 * to the map is likely to be passed on, so it never leads nearer than what everybody may see.
 */
export function caseMap({ details, published, number }: AppealView, visit: Visit): CaseBodyProps['map'] {
  const point = details?.place.point ?? published?.point ?? null;
  if (!point) return null;
  const [lng, lat] = point.coordinates;
  const [toLng, toLat] = published?.point?.coordinates ?? roundedPoint([lng, lat], 'cell');
  const chosen = published ? `&case=${number}` : '';
  return {
    picture: pictureAddress({ lng, lat, zoom: ZOOM, ...SIZE, pins: [[lng, lat]] }),
    href: `${within(visit, '/')}?z=${ZOOM}&lng=${toLng}&lat=${toLat}${chosen}`,
    isRounded: !details && !published?.address,
  };
}
