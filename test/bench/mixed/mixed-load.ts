import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Flow, Order } from './plan.ts';

/** A generator of load in a process of its own. */
export interface Load {
  /** Carries out one order; answers what became of each flow by its name. */
  run(order: Order): Promise<Record<string, Flow>>;
  close(): void;
}
/** Starts the generator. */
export async function startLoad(): Promise<Load> {
  const child = fork('test/bench/mixed/generator.ts', { execArgv: ['--import', 'tsx'] });
  await once(child, 'message');
  return {
    async run(order) {
      child.send(order);
      const [found] = (await once(child, 'message')) as [Record<string, Flow>];
      return found;
    },
    close: () => child.disconnect(),
  };
}
