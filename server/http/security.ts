import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** The headers of every answer: scripts and styles from files of our own only, no framing, no sniffing, no referrer abroad. */
export function securityHeaders(publicUrl: string): (req: IncomingMessage, res: ServerResponse) => void {
  const isHttps = publicUrl.startsWith('https:');
  const socket = new URL(publicUrl).origin.replace(/^http/, 'ws');
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
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
  return (req, res) => {
    set(req, res, () => undefined);
    res.setHeader('permissions-policy', 'camera=(self), geolocation=(self), microphone=()');
  };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/**
 * True for a request that another site made a browser send. No tokens are needed: browsers say where a request comes from
 * (Fetch Metadata, `Sec-Fetch-Site`), older ones by `Origin`; a write that carries a cookie and says neither is refused.
 */
export function isCrossSite(req: IncomingMessage, publicOrigin: string): boolean {
  if (SAFE.has(req.method ?? '')) return false;
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  if (req.headers.cookie === undefined) return false;
  return req.headers.origin !== publicOrigin;
}
