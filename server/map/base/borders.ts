import { type Position, project } from '#shared/domain/map/mercator.ts';
import { SHORE } from './water.ts';

/** The zoom at which distances are reckoned here: a pixel is some three metres in Odesa. */
const ZOOM = 15;
/** A border that stays this near to the shore is the shore, in pixels. */
const ON_SHORE = 110;
/** How far a simplified border may leave the true one, in pixels. */
const ROUGHLY = 12;

type Line = readonly Position[];
/** How far a point is from a stretch between two others, in pixels. */
function distance(point: Position, from: Position, to: Position): number {
  const [[px, py], [ax, ay], [bx, by]] = [project(point, ZOOM), project(from, ZOOM), project(to, ZOOM)];
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - part * dx, py - ay - part * dy);
}
const isOnShore = (point: Position): boolean =>
  SHORE.some((to, i) => i > 0 && distance(point, SHORE[i - 1] ?? to, to) < ON_SHORE);

/** The same line with fewer points, nowhere farther from it than some forty metres (Douglas and Peucker). */
export function simplified(line: Line): Line {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  let [farthest, most] = [0, 0];
  line.forEach((point, i) => {
    const away = distance(point, first, last);
    if (away > most) [farthest, most] = [i, away];
  });
  if (most < ROUGHLY) return [first, last];
  return [...simplified(line.slice(0, farthest + 1)), ...simplified(line.slice(farthest)).slice(1)];
}
const nameOf = (from: Position, to: Position): string => [String(from), String(to)].sort().join(' ');

/**
 * The parts of a district's closed ring that are no shore: its borders on land, simplified. `drawn` holds the stretches that
 * a neighbour has drawn already, for a dashed line on another is a whole one; what is drawn here is added.
 */
export function bordersOnLand(ring: Line, drawn: Set<string> = new Set()): Line[] {
  const parts: Position[][] = [];
  let isOpen = false;
  ring.slice(1).forEach((to, i) => {
    const from = ring[i] ?? to;
    const name = nameOf(from, to);
    if (drawn.has(name) || (isOnShore(from) && isOnShore(to))) {
      isOpen = false;
      return;
    }
    drawn.add(name);
    if (!isOpen) parts.push([from]);
    parts.at(-1)?.push(to);
    isOpen = true;
  });
  return parts.map(simplified);
}
