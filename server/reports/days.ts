import type { Period } from '#shared/domain/figures.ts';
import { startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';

/** A period as instants: from the first until the second, which is no longer within. */
export const instantsOf = ({ from, to }: Period): { from: Date; until: Date } => ({
  from: startOfDay(from),
  until: startOfDay(to, 1),
});
