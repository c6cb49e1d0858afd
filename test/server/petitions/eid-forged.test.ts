import assert from 'node:assert/strict';
import { useClock } from '../../support/clock.ts';
import { type Claims, strangeKey } from '../../support/eid-provider.ts';
import { useIdentified } from '../../support/eid-visitor.ts';
import { aPublished } from '../../support/petitions.ts';

const OLENA = { lastname: 'Шевченко', givenname: 'Олена', drfocode: '3012345678' };
/** Seconds by the clock of the machine, by which tokens are judged: that of the tests is another. */
const epoch = (): number => Math.floor(Date.now() / 1_000);

describe('the word of a provider of electronic identification does not hold', () => {
  const city = useIdentified();
  useClock();
  before(() => city.provider().knows('olena', OLENA));
  afterEach(() => {
    city.provider().spoil = null;
  });
  const change = (over: (claims: Claims) => Claims, key?: typeof strangeKey) => (token: string) =>
    city.provider().forged(token, (claims) => ({ ...claims, ...over(claims) }), key);
  const unsigned = (token: string): string =>
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;
  const changed = (token: string): string => {
    const [header, , signature] = token.split('.');
    return [header, change(() => ({ drfocode: '3333333333' }))(token).split('.')[1], signature].join('.');
  };
  const FORGED: readonly (readonly [why: string, spoil: (token: string) => string])[] = [
    ['signed by a key that it does not have', change(() => ({}), strangeKey)],
    ['not signed', unsigned],
    ['changed after it was signed', changed],
    ['meant for another site', change(() => ({ aud: 'another-site' }))],
    ['meant for several, with another in charge', change(({ aud }) => ({ aud: [aud, 'x'], azp: 'x' }))],
    ['of another provider', change(() => ({ iss: 'https://id.example' }))],
    ['the answer to another question', change(() => ({ nonce: 'other' }))],
    ['without the question', change(() => ({ nonce: undefined }))],
    ['about another person', change(() => ({ sub: 'taras' }))],
    ['too old', change(() => ({ exp: epoch() - 120 }))],
    ['not valid yet', change(() => ({ nbf: epoch() + 120 }))],
    ['no token at all', () => 'n/d'],
  ];
  for (const [why, spoil] of FORGED)
    it(`since it is ${why}`, async () => {
      const [petition, visitor] = [await aPublished(), city.visitor()];
      city.provider().spoil = spoil;
      const page = await visitor.comeBack(petition, 'olena');
      assert.equal(page.status, 400);
      assert.match(page.text, /Відповідь сервісу не пройшла перевірки/);
      assert.match(
        page.text,
        new RegExp(`<form method="post" action="/petitions/${petition.number}/eid" class="actions">`),
      );
      assert.equal(visitor.proofOn(page), '');
    });
  it('but does where the clocks differ by less than a minute', async () => {
    const petition = await aPublished();
    for (const over of [{ exp: epoch() - 40 }, { nbf: epoch() + 40, iat: epoch() + 40, exp: epoch() + 400 }]) {
      city.provider().spoil = change(() => over);
      assert.equal((await city.visitor().comeBack(petition, 'olena')).status, 200);
    }
  });
});
