import type { IncomingMessage } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';

const seconds = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time to answer a request, by route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});
const refused = new Counter({ name: 'http_requests_limited_total', help: 'Requests refused by a limit' });

/** Starts the process's own figures (memory, event loop, garbage); once. */
export const startMetrics = (): void => collectDefaultMetrics();
/** Counts one answered request; `route` is a pattern, never an address with its ids. */
export const countAnswer = (method: string, route: string, status: number, tookMs: number): void =>
  seconds.observe({ method, route, status: String(status) }, tookMs / 1_000);
/** Counts one request that a limit refused. */
export const countLimited = (): void => refused.inc();
/** Shows what another part of the product counts, by one label, whenever the figures are read. */
export function showCounts(
  name: string,
  help: string,
  label: string,
  read: () => Readonly<Record<string, number>>,
): void {
  new Counter({
    name,
    help,
    labelNames: [label],
    collect() {
      this.reset();
      for (const [value, count] of Object.entries(read())) this.inc({ [label]: value }, count);
    },
  });
}
/** What a figure says, and the labels by which its samples differ: none of them ever personal. */
type Shown = Readonly<Record<string, { readonly help: string; readonly labels: readonly string[] }>>;
/** Shows what another part of the product knows of this moment, by several labels, whenever the figures are read; a name without samples tells nothing. */
export function showFigures<const Figures extends Shown>(
  figures: Figures,
  read: () => Promise<
    Partial<Record<keyof Figures, readonly { labels: Readonly<Record<string, string>>; value: number }[]>>
  >,
): void {
  for (const [name, { help, labels }] of Object.entries(figures))
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      async collect() {
        const { [name]: samples = [] } = await read();
        this.reset();
        if (labels.length === 0) this.remove(); // what nobody could read is not nought
        for (const sample of samples) this.set({ ...sample.labels }, sample.value);
      },
    });
}
/** All figures in Prometheus' text form. */
export const metricsText = (): Promise<string> => register.metrics();
/** The content type of that text. */
export const METRICS_TYPE: string = register.contentType;

const PRIVATE = /^(::1$|(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|f[cd])/i;
/** Metrics are for the machine room: loopback and private peers that came by no proxy. */
export const mayReadMetrics = (req: IncomingMessage): boolean =>
  PRIVATE.test(req.socket.remoteAddress ?? '') &&
  !Object.keys(req.headers).some((name) => /^(x-forwarded|forwarded$|via$)/.test(name));
