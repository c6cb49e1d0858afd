import { PUBLIC_STATUSES, type PublicStatus } from '../appeal.ts';

/** How many cases of each state lie together. */
export type StatusCounts = Readonly<Partial<Record<PublicStatus, number>>>;

/** How large a cluster is drawn, in pixels: a little larger for ten times as many, so that large ones do not cover the map. */
export const clusterRadius = (count: number): number => Math.round(13 + 3 * Math.min(3.6, Math.log10(count)));

const SHORT = { uk: ['к', 'м', ','], en: ['k', 'm', '.'] } as const;
/** How many cases a cluster says that it stands for, in four signs at most: 12 300 is `12к`, rounded down; names and lists say it in full. */
export function clusterLabel(count: number, lang: 'uk' | 'en'): string {
  const [thousand, million, point] = SHORT[lang];
  const short = (n: number, sign: string): string =>
    (n < 10 ? String(Math.floor(n * 10) / 10).replace('.', point) : Math.floor(n)) + sign;
  if (count < 1_000) return String(count);
  return count < 1_000_000 ? short(count / 1_000, thousand) : short(count / 1_000_000, million);
}

/** The ring around a cluster's number, split by state: an arc for each state as a path around the origin, from the top on clockwise. */
export function arcsOf(counts: StatusCounts): { status: PublicStatus; d: string }[] {
  const present = PUBLIC_STATUSES.flatMap((status) => (counts[status] ? [{ status, n: counts[status] }] : []));
  const total = present.reduce((sum, { n }) => sum + n, 0);
  const radius = clusterRadius(total);
  let before = 0;
  const point = (part: number): string => {
    const angle = part * 2 * Math.PI;
    return `${(radius * Math.sin(angle)).toFixed(1)} ${(-radius * Math.cos(angle)).toFixed(1)}`;
  };
  return present.map(({ status, n }) => {
    const from = before / total;
    before += n;
    const to = before / total;
    // A whole circle has no ends, so it is drawn as two halves.
    const middle = (from + to) / 2;
    return {
      status,
      d: `M${point(from)}A${radius} ${radius} 0 0 1 ${point(middle)}A${radius} ${radius} 0 0 1 ${point(to)}`,
    };
  });
}

/** The counts of a cluster as tiles bring them, in the order of `PUBLIC_STATUSES`, by their states; those of which there is none are left out. */
export const countsByStatus = (counts: readonly number[]): StatusCounts =>
  Object.fromEntries(PUBLIC_STATUSES.flatMap((status, s) => (counts[s] ? [[status, counts[s]]] : [])));
