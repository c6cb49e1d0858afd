import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';

/**
 * Why nobody was identified: they did not want to be; their answer was used or is too old; it is not the provider's, or not to us;
 * it names nobody who can be told from others; or the provider is away.
 */
export type EidRefusal = 'denied' | 'stale' | 'unproved' | 'incomplete' | 'away';

/** What a provider that is away or broken looks like to the library. */
const AWAY: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** What an error of the library means to the person who came back with an answer of the provider. */
export function eidRefusalOf(error: unknown): EidRefusal {
  if (error instanceof AuthorizationResponseError) return error.error === 'access_denied' ? 'denied' : 'away';
  if (error instanceof ResponseBodyError) return error.error === 'invalid_grant' ? 'stale' : 'away';
  if (error instanceof ClientError) return AWAY.has(error.code ?? '') ? 'away' : 'unproved';
  return 'away';
}
/** So much of such an error as a log may have: what it says beside its kind holds names and numbers. */
export function eidFaultOf(error: unknown): { kind: string; code?: string; said?: string } {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, error: told } = error as { code?: unknown; error?: unknown };
  return {
    kind: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof told === 'string' && /^[a-z_]{1,40}$/.test(told) && { said: told }),
  };
}
