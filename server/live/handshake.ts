import type { IncomingMessage } from 'node:http';

/** Of a request that opened a connection, what is asked of it later: by whom, and from where. */
const KEPT = ['authorization', 'cookie', 'x-forwarded-for'] as const;

/** A browser says which site opened the connection; only pages of the very host that it connects to are heard. */
export const isOwnPage = ({ headers }: IncomingMessage): boolean => {
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
};
/** The request of a connection without the several kilobytes that nobody asks for again, of which ten thousand would weigh. */
export function slimRequest({ headers, method, socket }: IncomingMessage): IncomingMessage {
  const kept = KEPT.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]));
  return { method, socket, connection: socket, headers: Object.fromEntries(kept) } as unknown as IncomingMessage;
}
