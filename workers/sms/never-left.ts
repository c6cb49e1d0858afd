/** Faults before a connection stood, encryption included: nothing has left. */
const CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
/** Whether a fault of the network says for certain that the provider got nothing. */
const hasNeverLeft = (code: unknown): boolean => CODES.has(String(code));
/** What a fault of the network comes to for a text. */
export const faultOf = (code: unknown) =>
  hasNeverLeft(code)
    ? ({ outcome: 'busy', cause: 'no-connection', isDown: true } as const)
    : ({ outcome: 'unknown', cause: 'no-answer' } as const);
