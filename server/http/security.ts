import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** One header of an answer. */
export type Header = readonly [name: string, value: string];
/** The headers of every answer: scripts and styles from files of our own only, no framing, no sniffing, no referrer abroad. `tilesUrl` is where pictures of the map may come from besides. */
export function securityHeaders(publicUrl: string, tilesUrl?: string): readonly Header[] {
  const isHttps = publicUrl.startsWith('https:');
  const socket = new URL(publicUrl).origin.replace(/^http/, 'ws');
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', ...(tilesUrl ? [new URL(tilesUrl).origin] : [])],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", socket],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const headers = headersOf((res) => set({} as IncomingMessage, res, () => undefined));
  return [...headers, ['permissions-policy', 'camera=(self), geolocation=(self), microphone=()']];
}
/** What is set on an answer, found once, for it is the same on all. */
function headersOf(set: (res: ServerResponse) => void): Header[] {
  const headers: Header[] = [];
  const setHeader = (name: string, value: string): unknown => headers.push([name, value]);
  set({ setHeader, removeHeader: () => undefined } as unknown as ServerResponse);
  return headers;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/**
 * True for a request that another site made a browser send. No tokens are needed: browsers say where a request comes from
 * (Fetch Metadata, `Sec-Fetch-Site`), older ones by `Origin`, also where they bring no cookie, or another site could sign somebody in
 * as somebody else; a write that carries a cookie and says neither is refused.
 */
export function isCrossSite(req: IncomingMessage, publicOrigin: string): boolean {
  if (SAFE.has(req.method ?? '')) return false;
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const { origin, cookie } = req.headers;
  return origin === undefined ? cookie !== undefined : origin !== publicOrigin;
}
