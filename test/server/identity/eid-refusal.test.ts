import assert from 'node:assert/strict';
import { ClientError } from 'openid-client';
import { eidFaultOf, eidRefusalOf } from '#server/identity/eid-refusal.ts';

/** A complaint of the library, which says more of people than a log may have. */
const failing = (code: string, cause?: unknown): ClientError =>
  Object.assign(new ClientError('Шевченко 3012345678', { cause }), { code });

describe('identity: what went wrong at a provider', () => {
  it('is its fault where it is silent or broken, and a doubt about its word else', () => {
    const of = (code: string) => eidRefusalOf(failing(code));
    for (const code of ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'])
      assert.equal(of(code), 'away', code);
    for (const code of ['OAUTH_JWT_CLAIM_COMPARISON_FAILED', 'OAUTH_INVALID_RESPONSE', 'OAUTH_PARSE_ERROR'])
      assert.equal(of(code), 'unproved', code);
    for (const error of [new TypeError('fetch failed'), new Error('anything'), 'a text', null, undefined])
      assert.equal(eidRefusalOf(error), 'away', String(error));
  });
  it('goes into the log by its kind, without anybody’s name or number', () => {
    const error = failing('OAUTH_JWT_CLAIM_COMPARISON_FAILED', {
      claims: { lastname: 'Шевченко', drfocode: '3012345678' },
    });
    assert.deepEqual(eidFaultOf(error), { kind: 'ClientError', code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' });
    assert.deepEqual(eidFaultOf(Object.assign(new Error('a'), { error: 'invalid_client' })), {
      kind: 'Error',
      said: 'invalid_client',
    });
    assert.deepEqual(eidFaultOf(Object.assign(new Error('a'), { error: 'Шевченко 3012345678' })), { kind: 'Error' });
    assert.deepEqual(eidFaultOf('3012345678'), { kind: 'string' });
  });
});
