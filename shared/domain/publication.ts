/** How much of a case everybody may see: nothing; category, state, dates and a rounded point; or also words and photos. */
export const PUBLICATION_STATES = ['none', 'anonymised', 'public'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** Whether a category is suggested for publication at all. */
export const PRIVACIES = ['open', 'private'] as const;
export type Privacy = (typeof PRIVACIES)[number];

/** How finely a published point is shown: as it is (public infrastructure), on a grid of about 30 m, or the centre of a cell of 100 m and more. */
export const PRECISIONS = ['exact', 'rounded', 'cell'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** When a category may be shown at all: at once, some days later, or never while martial law lasts (Criminal Code, art. 114-2). */
export const PUBLICITIES = ['live', 'delayed', 'never'] as const;
export type Publicity = (typeof PUBLICITIES)[number];
/** Days by which a `delayed` category is held back. */
export const DELAY_DAYS = 3;

/** Why nobody sees a case at the moment, the first that holds: not published, a category that is never shown, its time has not come, its district hidden. */
export const WHY_UNSEEN = ['unpublished', 'category', 'delayed', 'district'] as const;
export type WhyUnseen = (typeof WHY_UNSEEN)[number];

type Coordinates = readonly [lng: number, lat: number];
/** Degrees of latitude in a metre. */
const METRE = 1 / 111_195;
const CELL_METRES: Readonly<Record<Precision, number>> = { exact: 0, rounded: 30, cell: 120 };

/**
 * The point that is shown for a place: the centre of its cell of a fixed grid, so that many cases of one place
 * tell no more than one does, as noise would. Columns are reckoned at the row's own latitude.
 */
export function roundedPoint([lng, lat]: Coordinates, precision: Precision): [number, number] {
  const metres = CELL_METRES[precision];
  if (metres === 0) return [lng, lat];
  const height = metres * METRE;
  const row = (Math.floor(lat / height) + 0.5) * height;
  const width = height / Math.cos((row * Math.PI) / 180);
  const column = (Math.floor(lng / width) + 0.5) * width;
  return [Number(column.toFixed(6)), Number(row.toFixed(6))];
}

/** The number of a flat, a room or an office with the word before it, in either tongue; whatever else the address says stays. */
const FLAT =
  /(?<![\s,;])[\s,;]*(?<!\p{L})(?:кв|квартир[аиу]|кім|кімн|кімнат[аиу]|оф|офіс|офис|apt|apartment|flat|room|office)(?!\p{L})[\s.№#]*\d{1,5}(?:[\s-]?\p{L}(?!\p{L}))?/giu;
/** An address as everybody may read it: the house, never the flat (Law 393/96-ВР, art. 10). */
export const withoutFlat = (address: string): string => address.replace(FLAT, '').trim();
