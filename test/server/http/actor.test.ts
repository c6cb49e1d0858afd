import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { tokenOf } from '#server/http/actor.ts';
import { useSessionCookie } from '#server/http/session.ts';

const TOKEN = 'a'.repeat(43);
const OTHER = 'b'.repeat(43);
const tokenIn = (headers: IncomingMessage['headers']): string | null => tokenOf({ headers } as IncomingMessage);

describe('http: the token of a request', () => {
  it('is that of a __Host- cookie on https, which no neighbouring site can set', () => {
    useSessionCookie('https://vidhuk.example');
    assert.equal(tokenIn({ cookie: `theme=dark; __Host-vidhuk=${TOKEN}; lang=uk` }), TOKEN);
    assert.equal(tokenIn({ cookie: `vidhuk=${OTHER}; __Host-vidhuk=${TOKEN}` }), TOKEN);
    assert.equal(tokenIn({ cookie: `vidhuk=${OTHER}` }), null);
    assert.equal(tokenIn({ cookie: `x__Host-vidhuk=${OTHER}; a=__Host-vidhuk=${OTHER}` }), null);
  });

  it('is that of a plain cookie where there is no https', () => {
    useSessionCookie('http://127.0.0.1:3000');
    assert.equal(tokenIn({ cookie: `vidhuk=${TOKEN}` }), TOKEN);
    assert.equal(tokenIn({ cookie: `__Host-vidhuk=${OTHER}` }), null);
  });

  it('is what a program sends as Bearer, before any cookie', () => {
    useSessionCookie('https://vidhuk.example');
    assert.equal(tokenIn({ authorization: `Bearer ${TOKEN}`, cookie: `__Host-vidhuk=${OTHER}` }), TOKEN);
  });

  it('is none where it has not the form of one', () => {
    for (const token of ['', 'short', 'a'.repeat(101), `${TOKEN}.${TOKEN}`, `"${TOKEN}"`]) {
      assert.equal(tokenIn({ cookie: `__Host-vidhuk=${token}` }), null, token);
      assert.equal(tokenIn({ authorization: `Bearer ${token}` }), null, token);
    }
    assert.equal(tokenIn({ authorization: `Basic ${TOKEN}` }), null);
    assert.equal(tokenIn({}), null);
  });
});
