import type { Pixel } from '#shared/domain/map/mercator.ts';

/** What is kept of a drawing, in pixels. */
export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
/** One edge of the frame: on which side a point is, and where a line through two points crosses it. */
interface Edge {
  isInside(point: Pixel): boolean;
  crossing(from: Pixel, to: Pixel): Pixel;
}
const upright = (x: number, isInside: Edge['isInside']): Edge => ({
  isInside,
  crossing: ([x1, y1], [x2, y2]) => [x, y1 + ((y2 - y1) * (x - x1)) / (x2 - x1)],
});
const level = (y: number, isInside: Edge['isInside']): Edge => ({
  isInside,
  crossing: ([x1, y1], [x2, y2]) => [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1), y],
});
const edgesOf = ({ left, top, right, bottom }: Frame): Edge[] => [
  upright(left, ([x]) => x >= left),
  upright(right, ([x]) => x <= right),
  level(top, ([, y]) => y >= top),
  level(bottom, ([, y]) => y <= bottom),
];

/** What of a closed ring lies within the frame, as one ring again (Sutherland and Hodgman); empty where nothing does. */
export const clippedRing = (ring: readonly Pixel[], frame: Frame): Pixel[] =>
  edgesOf(frame).reduce<Pixel[]>(
    (points, { isInside, crossing }) =>
      points.flatMap((to, i) => {
        const from = points.at(i - 1) ?? to;
        if (isInside(from) === isInside(to)) return isInside(to) ? [to] : [];
        return isInside(to) ? [crossing(from, to), to] : [crossing(from, to)];
      }),
    [...ring],
  );

/** The parts of a line that may be seen within the frame: stretches that lie wholly beyond one of its edges are left out. */
export function clippedLine(line: readonly Pixel[], frame: Frame): Pixel[][] {
  const edges = edgesOf(frame);
  const parts: Pixel[][] = [];
  let isOpen = false;
  line.slice(1).forEach((to, i) => {
    const from = line[i] ?? to;
    if (edges.some(({ isInside }) => !isInside(from) && !isInside(to))) {
      isOpen = false;
      return;
    }
    if (!isOpen) parts.push([from]);
    parts.at(-1)?.push(to);
    isOpen = true;
  });
  return parts;
}
