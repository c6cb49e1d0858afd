import { Router } from 'express';
import { METRICS_TYPE, mayReadMetrics, metricsText } from './metrics.ts';

/** A part that the process leans on; `isNeeded` parts make it unready, others only show. */
export interface Dependency {
  name: string;
  isNeeded: boolean;
  check: () => Promise<boolean>;
}
const within = (check: () => Promise<boolean>, ms: number): Promise<boolean> =>
  Promise.race([check().catch(() => false), new Promise<false>((late) => setTimeout(late, ms, false).unref())]);

/** `/health/live`, `/health/ready` with a line for each dependency, and `/metrics` for peers of the machine room. */
export function healthRoutes(dependencies: readonly Dependency[], isDraining: () => boolean): Router {
  return Router()
    .get('/health/live', (_req, res) => void res.set('cache-control', 'no-store').json({ status: 'ok' }))
    .get('/health/ready', async (_req, res) => {
      const parts = await Promise.all(
        dependencies.map(async ({ name, isNeeded, check }) => ({ name, isNeeded, isUp: await within(check, 3_000) })),
      );
      const isReady = !isDraining() && parts.every(({ isNeeded, isUp }) => isUp || !isNeeded);
      const told = Object.fromEntries(parts.map(({ name, isUp }) => [name, isUp ? 'up' : 'down']));
      const isWhole = parts.every(({ isUp }) => isUp);
      const status = isDraining() ? 'draining' : isReady ? (isWhole ? 'ok' : 'degraded') : 'unavailable';
      res
        .status(isReady ? 200 : 503)
        .set('cache-control', 'no-store')
        .json({ status, parts: told });
    })
    .get('/metrics', async (req, res, next) => {
      if (!mayReadMetrics(req)) return next();
      res.type(METRICS_TYPE).send(await metricsText());
    });
}
