import readExif from 'exif-reader';
import type { Point } from '#shared/contract/fields.ts';

/** Degrees, minutes and seconds of EXIF as degrees; null unless they are a place on Earth. */
function degrees(said: unknown, ref: unknown, most: number): number | null {
  if (!Array.isArray(said) || said.length !== 3) return null;
  const [whole = Number.NaN, minutes = Number.NaN, seconds = Number.NaN] = said.map(Number);
  const value = whole + minutes / 60 + seconds / 3_600;
  if (!(value >= 0 && value <= most)) return null;
  return /^[SW]/i.test(String(ref)) ? -value : value;
}

/** Where a photo was taken, as its camera noted (EXIF, GPS); null where it noted nothing or nonsense, 0°, 0° among it. */
export function pointOfExif(exif: Buffer): Point | null {
  try {
    const { GPSLatitude, GPSLatitudeRef, GPSLongitude, GPSLongitudeRef } = readExif(exif).GPSInfo ?? {};
    const lat = degrees(GPSLatitude, GPSLatitudeRef, 90);
    const lng = degrees(GPSLongitude, GPSLongitudeRef, 180);
    return lat === null || lng === null || (lat === 0 && lng === 0) ? null : { type: 'Point', coordinates: [lng, lat] };
  } catch {
    return null;
  }
}
