/** What a process has used so far: processor time in seconds, and memory that is its own, in bytes. */
export interface ProcessFigures {
  cpuS: number;
  rss: number;
}
/** Of the process that asks. */
export function figuresOf(): ProcessFigures {
  const { user, system } = process.cpuUsage();
  return { cpuS: (user + system) / 1e6, rss: process.memoryUsage.rss() };
}
/** Of a web process of the product, by its own metrics. */
export function figuresIn(metrics: string): ProcessFigures {
  const of = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1]);
  return { cpuS: of('process_cpu_seconds_total'), rss: of('process_resident_memory_bytes') };
}
