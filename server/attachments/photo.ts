import sharp, { type OverlayOptions, type Sharp, type SharpOptions } from 'sharp';
import { log } from '#server/platform/log.ts';
import type { Point } from '#shared/contract/fields.ts';
import type { Rectangle } from '#shared/domain/attachments.ts';
import { inTurn } from './decoding.gate.ts';
import { pointOfExif } from './photo.place.ts';
import { FileRefusal } from './refusal.ts';

sharp.concurrency(1); // pictures are decoded side by side; threads within one would only fight over the same cores
sharp.cache(false);

/** The longer side of a kept photo and of its small picture, in pixels: enough to print on A4, and for a card on a phone. */
const LARGEST = 2_000;
const THUMB = 480;
/** More pixels than any phone's usual picture; a small file can claim any number of them. */
const MOST_PIXELS = 50e6;
/** Longer than any honest picture takes here, in seconds. */
const PATIENCE_S = 30;
/** How a JPEG of ours is made: every browser and printer shows it. */
const PHOTO = { quality: 82, mozjpeg: true } as const;
const SMALL = { quality: 75, mozjpeg: true } as const;
/** What libvips calls the sorts that are taken; it looks at the bytes itself, and has to see the same as we. */
const FORMATS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'heif',
  'image/gif': 'gif',
};
/** The media type of every photo that is kept. */
export const PHOTO_TYPE = 'image/jpeg';

/** A photo ready to be kept: upright, without a word of metadata, its pixels written anew; and a small one of it. */
export interface CleanPhoto {
  photo: Buffer;
  thumb: Buffer;
  width: number;
  height: number;
}
const OPTIONS: SharpOptions = { failOn: 'error', limitInputPixels: MOST_PIXELS, sequentialRead: true };

async function finish(picture: Sharp): Promise<CleanPhoto> {
  const { data: photo, info } = await picture
    .jpeg(PHOTO)
    .timeout({ seconds: PATIENCE_S })
    .toBuffer({ resolveWithObject: true });
  const thumb = await sharp(photo)
    .resize(THUMB, THUMB, { fit: 'inside', withoutEnlargement: true })
    .jpeg(SMALL)
    .toBuffer();
  return { photo, thumb, width: info.width, height: info.height };
}

/**
 * Cleans a photo: first frame only, turned as the camera meant it, transparency on white, at most 2000 pixels a side, as JPEG.
 * Where the camera noted the place, that is answered beside it. Refused: `file.broken`, `file.too-many-pixels`.
 */
export const cleanPhoto = (bytes: Buffer, type: string): Promise<CleanPhoto & { takenAt: Point | null }> =>
  inTurn(async () => {
    try {
      const source = sharp(bytes, OPTIONS);
      const { format, width, height, exif } = await source.metadata();
      if (format !== FORMATS[type]) throw new FileRefusal('file.broken');
      if (width * height > MOST_PIXELS) throw new FileRefusal('file.too-many-pixels');
      const upright = source
        .autoOrient()
        .resize(LARGEST, LARGEST, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .toColourspace('srgb');
      return { ...(await finish(upright)), takenAt: exif ? pointOfExif(exif) : null };
    } catch (cause) {
      if (cause instanceof FileRefusal) throw cause;
      if (/pixel limit/i.test(String(cause))) throw new FileRefusal('file.too-many-pixels');
      log().info({ err: cause, type }, 'a photo could not be read');
      throw new FileRefusal('file.broken');
    }
  });

/** A rectangle in whole pixels, none of what it covers left out. */
function boxOn({ x, y, width, height }: Rectangle, wide: number, high: number): OverlayOptions {
  const left = Math.min(Math.floor(x * wide), wide - 1);
  const top = Math.min(Math.floor(y * high), high - 1);
  const right = Math.min(Math.ceil((x + width) * wide), wide);
  const bottom = Math.min(Math.ceil((y + height) * high), high);
  const create = {
    width: Math.max(right - left, 1),
    height: Math.max(bottom - top, 1),
    channels: 3,
    background: '#000',
  } as const;
  return { input: { create }, left, top };
}
/** The copy of a cleaned photo with rectangles burnt into it: what lay under them is in none of its bytes. */
export const blackOut = (photo: Buffer, rectangles: readonly Rectangle[]): Promise<CleanPhoto> =>
  inTurn(async () => {
    const source = sharp(photo, OPTIONS);
    const { width, height } = await source.metadata();
    return finish(source.composite(rectangles.map((one) => boxOn(one, width, height))));
  });
