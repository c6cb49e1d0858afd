import { waited } from './pauses.ts';
import { Trouble } from './trouble.js';
import { troubles } from './words.js';

/** How long the site may take from its start until it answers that all of its parts are up, in milliseconds. */
const PATIENCE_MS = 60_000;

/** Where this machine reaches what listens on `host`. */
const nearAddress = (host: string, port: number): string => {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  return host.includes(':') ? `http://[${host === '::' ? '::1' : host}]:${port}` : `http://${host}:${port}`;
};

/** Waits until the site says that it is ready. Throws Trouble where it does not within a minute. */
export async function untilReady(host: string, port: number, log: string, signal: AbortSignal): Promise<void> {
  const address = `${nearAddress(host, port)}/health/ready`;
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
    const reply = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) }).catch(
      () => null,
    );
    if (reply?.ok) return;
    if (!(await waited(50, signal))) signal.throwIfAborted();
  }
  throw new Trouble(troubles.neverReady(log));
}
