import { MOST_RECTANGLES, type Rectangle } from '#shared/domain/attachments.ts';

/** A place on a picture in shares of its sides, from the upper left corner. */
export interface Spot {
  x: number;
  y: number;
}
/** The least side of a rectangle, how far one press of an arrow goes, and what a press of «add» puts in the middle; shares of the picture. */
const LEAST = 0.01;
export const STEP = 0.01;
const NEW: Rectangle = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
/** To four places: finer than a pixel of any photo that is kept, and free of the dust of reckoning. */
const plain = (value: number): number => Math.round(value * 10_000) / 10_000;
/** The rectangle as it may stand: on the picture, and large enough to be seen. */
function fitting({ x, y, width, height }: Rectangle): Rectangle {
  const [wide, high] = [within(plain(width), LEAST, 1), within(plain(height), LEAST, 1)];
  return {
    x: within(plain(x), 0, plain(1 - wide)),
    y: within(plain(y), 0, plain(1 - high)),
    width: wide,
    height: high,
  };
}
/** What a drag from one spot to another covers; null for one that was hardly a drag at all. */
export function covered(from: Spot, to: Spot): Rectangle | null {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  if (right - left < LEAST || bottom - top < LEAST) return null;
  return fitting({ x: left, y: top, width: right - left, height: bottom - top });
}
/** The rectangle moved by so much; it stops at the edges of the picture. */
export const moved = (one: Rectangle, { x, y }: Spot): Rectangle => fitting({ ...one, x: one.x + x, y: one.y + y });
/** The rectangle made wider and higher by so much, its upper left corner where it was; it stops at the edges too. */
export const resized = (one: Rectangle, { x, y }: Spot): Rectangle =>
  fitting({ ...one, width: within(one.width + x, LEAST, 1 - one.x), height: within(one.height + y, LEAST, 1 - one.y) });
/** The rectangle with one of its numbers put by hand; the others give way where they have to. */
export const put = (one: Rectangle, side: keyof Rectangle, value: number): Rectangle => {
  const isExtent = side === 'width' || side === 'height';
  const most = isExtent ? 1 - one[side === 'width' ? 'x' : 'y'] : 1;
  return fitting({ ...one, [side]: within(value, 0, most) });
};

/** Rectangles being put over a picture, the chosen one, and how they stood before each of the steps that can be taken back. */
export interface Redaction {
  rectangles: readonly Rectangle[];
  chosen: number | null;
  past: readonly (readonly Rectangle[])[];
  /** The name of the last step: steps of one name that follow each other are taken back together. */
  run: string | null;
}
/** Begins with what is there. */
export const begun = (rectangles: readonly Rectangle[]): Redaction => ({
  rectangles,
  chosen: null,
  past: [],
  run: null,
});

const stepTo = (
  now: Redaction,
  rectangles: readonly Rectangle[],
  chosen: number | null,
  run: string | null,
): Redaction => ({
  rectangles,
  chosen,
  past: run !== null && run === now.run ? now.past : [...now.past, now.rectangles],
  run,
});
/** One rectangle more, and chosen; as it was where there are as many as a picture may have. */
export const withNew = (now: Redaction, one: Rectangle = NEW): Redaction =>
  now.rectangles.length >= MOST_RECTANGLES ? now : stepTo(now, [...now.rectangles, one], now.rectangles.length, null);
/** The rectangle of that place changed, and chosen; `run` names the gesture or the row of key presses that it belongs to. */
export const withChanged = (now: Redaction, place: number, one: Rectangle, run: string): Redaction =>
  stepTo(
    now,
    now.rectangles.map((old, i) => (i === place ? one : old)),
    place,
    run,
  );
/** Without the rectangle of that place; its neighbour is chosen then. */
export function without(now: Redaction, place: number): Redaction {
  const rectangles = now.rectangles.filter((_, i) => i !== place);
  return stepTo(now, rectangles, rectangles.length > 0 ? Math.min(place, rectangles.length - 1) : null, null);
}
/** The last step taken back; as it was where there is none. */
export function undone(now: Redaction): Redaction {
  const before = now.past.at(-1);
  return before ? { rectangles: before, chosen: null, past: now.past.slice(0, -1), run: null } : now;
}
/** Another rectangle chosen. */
export const withChosen = (now: Redaction, chosen: number | null): Redaction =>
  now.chosen === chosen ? now : { ...now, chosen, run: null };
