import { carryOutOrders } from '#server/bulk/index.ts';
import { startRounds } from '../platform/rounds.ts';

const SECOND_MS = 1_000;

/** Carries out, every second, what was ordered for many cases and not taken back; one that died is gone on with after a minute. */
export const startBulk = (): { close(): Promise<void> } =>
  startRounds({
    name: 'bulk',
    everyMs: SECOND_MS,
    lastsMs: 60 * SECOND_MS,
    async work() {
      const orders = await carryOutOrders();
      return orders > 0 ? { orders } : null;
    },
  });
