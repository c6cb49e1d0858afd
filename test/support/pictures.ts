import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

const RED = { r: 255, g: 0, b: 0 };
const BLUE = { r: 0, g: 0, b: 255 };
/** A picture whose left half is red and whose right half is blue. */
export const halves = (width = 400, height = 200): Sharp =>
  sharp({ create: { width, height, channels: 3, background: BLUE } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: RED } }, left: 0, top: 0 },
  ]);
/** What a phone makes that was held upright: the picture lies on its side, EXIF says how to turn it and where it was taken. */
export const phonePhoto = (width = 400, height = 200): Promise<Buffer> =>
  halves(width, height)
    .withExif({
      IFD0: { Copyright: 'Оксана', Make: 'Phone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '46/1 28/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '30/1 43/1 12/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** The colour at a place of a picture, the place in shares of its sides. */
export async function colourAt(
  picture: Buffer,
  x: number,
  y: number,
): Promise<'red' | 'blue' | 'black' | 'white' | 'other'> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * info.channels;
  const [r = 0, g = 0, b = 0] = [...data.subarray(at, at + 3)].map((level) => Math.round(level / 255));
  return ({ '100': 'red', '001': 'blue', '000': 'black', '111': 'white' } as const)[`${r}${g}${b}` as '100'] ?? 'other';
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};
function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([word(data.length), named, word(crc32(named))]);
}
/** A whole, valid PNG of so many white pixels a side, one bit each: small in bytes, vast in memory. */
export function bombPng(side: number): Buffer {
  const header = Buffer.concat([word(side), word(side), Buffer.from([1, 0, 0, 0, 0])]);
  const lines = Buffer.alloc((Math.ceil(side / 8) + 1) * side);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
/** What a file of an iPhone's camera begins with. */
export const heicHead = (brand = 'heic'): Buffer =>
  Buffer.concat([word(24), Buffer.from(`ftyp${brand}\0\0\0\0mif1heic`, 'latin1'), Buffer.alloc(6_000, 7)]);
