import assert from 'node:assert/strict';
import { isAsLocked } from '#server/standalone/install.js';

describe('install: whether node_modules is what the lock file says', () => {
  const locked = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-for-another-platform': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  };
  const installed = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };

  it('is content without what belongs to other platforms', () => assert.ok(isAsLocked(locked, installed)));
  it('sees a package that is missing', () => assert.ok(!isAsLocked(locked, {})));
  it('sees another version and another content', () => {
    assert.ok(!isAsLocked(locked, { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }));
    assert.ok(!isAsLocked(locked, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-c' } }));
  });
  it('sees a package that the lock file no longer names', () => {
    assert.ok(!isAsLocked(locked, { ...installed, 'node_modules/old': { version: '1.0.0', integrity: 'sha512-o' } }));
  });
});
