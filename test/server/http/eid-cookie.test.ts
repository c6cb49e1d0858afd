import assert from 'node:assert/strict';
import type { Request, Response } from 'express';
import { dropEidCookie, eidCookieOf, isIdentifying, keepEidCookie, useSessionCookie } from '#server/http/session.ts';

const ID = 'a'.repeat(16);
const SEALED = `k1.${'b'.repeat(200)}`;
const asking = (cookie: string): Request => ({ headers: { cookie } }) as Request;
/** What is set and cleared, by name. */
function anAnswer() {
  const said: [deed: string, name: string, options: object][] = [];
  const cookie = (name: string, _: string, options: object) => said.push(['set', name, options]);
  const clearCookie = (name: string, options: object) => said.push(['clear', name, options]);
  return { said, res: { cookie, clearCookie } as unknown as Response };
}

describe('http: the cookie of a try at identifying oneself', () => {
  before(() => useSessionCookie('https://city.example'));
  after(() => useSessionCookie('http://127.0.0.1'));

  it('is the site’s alone on https, out of reach of scripts, and ends by itself', () => {
    const { said, res } = anAnswer();
    keepEidCookie(asking(''), res, { id: ID, sealed: SEALED, lifetimeMs: 900_000 });
    dropEidCookie(res, ID);
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: true };
    assert.deepEqual(said, [
      ['set', `__Host-vidhuk-eid-${ID}`, { ...options, maxAge: 900_000 }],
      ['clear', `__Host-vidhuk-eid-${ID}`, options],
    ]);
  });
  it('is read by its one name, and only in the form that it has', () => {
    const read = (cookie: string) => eidCookieOf(asking(cookie), ID);
    assert.equal(read(`vidhuk=x; __Host-vidhuk-eid-${ID}=${SEALED}`), SEALED);
    for (const other of [
      '',
      `vidhuk-eid-${ID}=${SEALED}`,
      `__Host-vidhuk-eid-b=${SEALED}`,
      `__Host-vidhuk-eid-${ID}=a b`,
    ])
      assert.equal(read(other), null, other);
    assert.equal(isIdentifying(asking(`__Host-vidhuk-eid-b=${SEALED}`)), true);
    assert.equal(isIdentifying(asking(`vidhuk-eid-b=${SEALED}; __Host-vidhuk=x`)), false);
  });
});
