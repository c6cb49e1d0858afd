import { Worker } from 'node:worker_threads';
import type { Config } from '#server/platform/config.ts';

/** What the thread of the case index is begun with. */
export interface CaseIndexThreadData {
  mongodbUri: string;
  logLevel: Config['LOG_LEVEL'];
}
/** Begins the thread of the case index: its bundle lies beside ours, its source needs the loader that ours was read by. */
export function beginCaseIndex(workerData: CaseIndexThreadData): Worker {
  const options = { workerData, name: 'case-index' };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./case-index.js', import.meta.url), options);
  const source = JSON.stringify(String(new URL('./case-index.thread.ts', import.meta.url)));
  const readSource = `import('tsx/esm/api').then(({ register }) => (register(), import(${source})))`;
  return new Worker(readSource, { ...options, eval: true });
}
