import type { Facts } from '#server/platform/outbox.ts';
import type { Case } from './case.model.ts';
import { publicStatusOf } from './regime.ts';

/** What consumers learn of a case with every event: numbers, dates, codes; nothing personal. */
export const factsOf = (found: Case): Facts => ({
  number: found.number,
  regime: found.regime,
  channel: found.channel,
  categoryCode: found.categoryCode,
  dueOn: found.dueOn,
  publicStatus: publicStatusOf(found),
  result: found.result,
  version: found.version,
});
