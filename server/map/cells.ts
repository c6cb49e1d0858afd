import { ZOOMS } from '#shared/domain/map/base-map.ts';

/** The zoom at whose pixels points are kept: 1.6 cm in Odesa, in whole numbers of 32 bits. */
export const FINE_ZOOM = 24;
/** Cells along the side of a tile: those of 64 pixels gather cases into clusters. */
export const CELLS = 4;
/** Cells of a tile. */
export const TILE_CELLS = CELLS * CELLS;
/** The zoom of the smallest cells, by which points are in order; cells of other zooms are made of them. */
const NEAREST = ZOOMS.max;
/** Bits of a fine coordinate that lie within a cell of a zoom: 64 = 2 ** 6 pixels of a zoom that is so much coarser. */
export const cellBits = (z: number): number => FINE_ZOOM - z + 6;
const FINEST_BITS = cellBits(NEAREST);
const HIGH = 2 ** 32;

/** Sixteen bits, with a gap between each two. */
function spread(bits: number): number {
  let wide = bits;
  wide = (wide | (wide << 8)) & 0x00ff_00ff;
  wide = (wide | (wide << 4)) & 0x0f0f_0f0f;
  wide = (wide | (wide << 2)) & 0x3333_3333;
  return (wide | (wide << 1)) & 0x5555_5555;
}
const interleaved = (x: number, y: number): number => (spread(x) | (spread(y) << 1)) >>> 0;

/**
 * Where a column and a row come in Z-order (Morton, 1966), in which what lies in one square of the map lies together: cells of a
 * tile follow each other, and so do those of every larger square. Up to 26 bits each.
 */
export const zOrder = (x: number, y: number): number =>
  interleaved(x >>> 16, y >>> 16) * HIGH + interleaved(x & 0xffff, y & 0xffff);

/** The key of the smallest cell that a fine pixel lies in. */
export const keyAt = (x: number, y: number): number => zOrder(x >>> FINEST_BITS, y >>> FINEST_BITS);
/** By this a key is divided to tell the cell of a zoom, rounded down. */
export const keysInCell = (z: number): number => 4 ** (NEAREST - z);
/** The same for a tile of a zoom. */
export const keysInTile = (z: number): number => keysInCell(z) * TILE_CELLS;
