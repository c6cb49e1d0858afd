import type { Facts } from '#server/platform/outbox.ts';
import type { Case } from './case.model.ts';
import { publicStatusOf } from './regime.ts';

/** What consumers learn of a case with every event: numbers, dates, codes; nothing personal. */
export const factsOf = (found: Case): Facts => ({
  number: found.number,
  regime: found.regime,
  channel: found.channel,
  categoryCode: found.categoryCode,
  receivedAt: found.receivedAt.toISOString(),
  dueOn: found.dueOn,
  /** Of the main executor. */
  departmentId: String(found.executors.find(({ role }) => role === 'main')?.departmentId ?? ''),
  publicStatus: publicStatusOf(found),
  result: found.result,
  version: found.version,
});
