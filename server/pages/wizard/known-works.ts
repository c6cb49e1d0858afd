import type { Point } from '#shared/contract/fields.ts';
import type { Lang } from '#shared/texts/plural.ts';

/** An outage or a planned work that the city knows of. */
export interface KnownWork {
  id: string;
  /** What it is and whom it touches, in words. */
  text: string;
  /** When it ends, as far as that is known. */
  until: Date | null;
}
/** The place and the topic of an appeal that is being written. */
export interface WorksQuestion {
  categoryCode: string;
  point: Point | null;
  streetId: string | null;
  districtCode: string | null;
  lang: Lang;
}
/** Tells what the city knows of a place; the composition supplies it. */
export type KnownWorks = (question: WorksQuestion) => Promise<readonly KnownWork[]>;
/** For a city that has not told of any. */
export const noKnownWorks: KnownWorks = async () => [];
