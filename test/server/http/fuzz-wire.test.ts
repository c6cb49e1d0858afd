import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endpoints } from '#server/http/endpoint.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { nastyPiece } from '../../support/nasty.ts';
import { useServer } from '../../support/raw-http.ts';
import { RIGHT } from '../../support/right-bodies.ts';

const SETTINGS = { seed: 20260303, numRuns: 300 } as const;
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'content-encoding',
  'content-type',
  'cookie',
  'idempotency-key',
  'if-none-match',
  'origin',
  'range',
  'referer',
  'sec-fetch-site',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-http-method-override',
  'x-sms-signature',
  'x-sms-timestamp',
  'x-twilio-signature',
];
const HEADER_VALUES = [
  'application/json',
  'application/json; charset=utf-16',
  'application/json; charset=nonsense',
  'application/x-www-form-urlencoded; charset="',
  'multipart/form-data; boundary=x',
  'same-origin',
  'https://vidhuk.example',
  'Bearer ',
  '__Host-vidhuk=; __Host-vidhuk',
  '*;q=0, en;q=2, uk;q=nonsense',
  ',;=,;=',
  '"'.repeat(500),
  'a,'.repeat(2_000),
];

describe('http: whatever comes over the wire', function () {
  this.timeout(120_000);
  const city = useCity();
  const ask = useServer(() => city.app.listener);
  let operator: Api;
  let controller: Api;
  let administrator: Api;
  let filed = { id: '' };
  before(async () => {
    operator = await city.staff('operator');
    controller = await city.staff('controller');
    administrator = await city.staff('administrator');
    filed = (await city.api.post('/api/v1/appeals', aDraft())).body;
  });
  const check = <T>(what: fc.Arbitrary<T>, send: (said: T) => Promise<unknown>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(what, async (said) => void (await send(said))),
      SETTINGS,
    );
  const isNoBug = ({ status }: { status: number }, what: string): void => assert.ok(status < 500, `${status}: ${what}`);

  it('POST of bytes that are no JSON is refused', () =>
    check(fc.tuple(fc.constantFrom(...Object.keys(RIGHT)), fc.string({ unit: 'binary' })), async ([path, text]) => {
      const address = path
        .replace('{id}', filed.id)
        .replace('{number}', '1')
        .replace('{photoId}', filed.id)
        .replace('{noteId}', filed.id)
        .replace('{verb}', path.includes('/petitions/') ? 'publish' : 'assign')
        .replace('{deed}', 'lock')
        .replace('{role}', 'operator');
      isNoBug(await ask('POST', address, JSON_TYPE, text), `${address} ${JSON.stringify(text)}`);
    }));

  it('POST of a body as deep as its length allows is refused', async () => {
    const takesBody = new Set<string>(endpoints().flatMap(({ path, body }) => (body ? [path] : [])));
    for (const [path, right] of Object.entries(RIGHT).filter(([named]) => takesBody.has(named)))
      for (const [open, inside, close] of [
        ['[', '', ']'],
        ['{"a":', '1', '}'],
      ] as const) {
        const depth = Math.floor(40_000 / (open.length + close.length));
        const deep = `${open.repeat(depth)}${inside}${close.repeat(depth)}`;
        const address = path
          .replace('{id}', filed.id)
          .replace('{number}', '1')
          .replace('{photoId}', filed.id)
          .replace('{noteId}', filed.id)
          .replace('{linkId}', filed.id)
          .replace('{verb}', path.includes('/petitions/') ? 'publish' : 'assign')
          .replace('{deed}', 'lock')
          .replace('{role}', 'operator')
          .replace('{template}', 'otp')
          .replace('{kind}', 'departments')
          .replace('{hash}', '0'.repeat(64));
        const sender =
          path === '/api/v1/publicity'
            ? controller
            : /\/(staff|roles|delegations|reference|calendar|templates|message-texts|message-money|routing|petition-charter)/.test(
                  path,
                )
              ? administrator
              : operator;
        const refusal = path.endsWith('/photos') ? 415 : 422; // files come in parts, not as JSON
        for (const text of [deep, JSON.stringify({ ...right, beside: 'deep' }).replace('"deep"', deep)])
          assert.equal((await sender.post(address, text, JSON_TYPE)).status, refusal, address);
      }
  });

  it('POST of a body that is not packed as it says is refused', async () => {
    for (const packing of ['gzip', 'br', 'deflate', 'zip'])
      for (const [path, type] of [
        ['/api/v1/appeals', JSON_TYPE],
        ['/appeals/new/where', FORM_TYPE],
      ] as const) {
        const { status } = await ask('POST', path, { ...type, 'content-encoding': packing }, 'not packed');
        assert.equal(status, packing === 'zip' ? 415 : 400, `${path} ${packing}`);
      }
  });

  it('headers of any form are answered or refused', () => {
    const name = fc.constantFrom(...HEADERS);
    const value = fc.oneof(fc.stringMatching(/^[ -~]{0,200}$/), nastyPiece, fc.constantFrom(...HEADER_VALUES));
    const request = fc.constantFrom(
      ['GET', '/'],
      ['GET', '/api/v1/catalogue'],
      ['GET', '/api/v1/register'],
      ['GET', '/nowhere'],
      ['POST', '/api/v1/appeals'],
      ['POST', '/appeals/new/where'],
      ['POST', '/hooks/twilio/status'],
      ['POST', '/hooks/sms/status'],
    );
    return check(
      fc.tuple(request, fc.array(fc.tuple(name, value), { maxLength: 4 })),
      async ([[method, path], pairs]) => {
        const headers = Object.fromEntries(pairs);
        isNoBug(
          await ask(method ?? '', path ?? '', headers, method === 'POST' ? '{}' : ''),
          JSON.stringify([path, headers]),
        );
      },
    );
  });

  it('a receipt of any form changes nothing without Twilio’s signature', () => {
    const pair = fc.tuple(
      fc.oneof(fc.constantFrom('MessageSid', 'MessageStatus', 'ErrorCode'), nastyPiece),
      nastyPiece,
    );
    const pairs = fc.array(pair, { maxLength: 5 }).map((all) => all.map((one) => one.join('=')).join('&'));
    return check(fc.tuple(pairs, pairs, fc.stringMatching(/^[ -~]{0,60}$/)), async ([query, body, signature]) => {
      const headers = { ...FORM_TYPE, 'x-twilio-signature': signature };
      const { status } = await ask('POST', `/hooks/twilio/status?${query}`, headers, body);
      assert.ok([400, 403].includes(status), `${status}: ${query} ${body} ${signature}`);
    });
  });

  it('a receipt of a gateway of any form changes nothing without its signature', () => {
    const header = fc.stringMatching(/^[ -~]{0,70}$/);
    return check(fc.tuple(nastyPiece, header, header), async ([body, timestamp, signature]) => {
      const headers = { ...JSON_TYPE, 'x-sms-timestamp': timestamp, 'x-sms-signature': signature };
      const { status } = await ask('POST', '/hooks/sms/status', headers, body);
      assert.ok([400, 403].includes(status), `${status}: ${body} ${timestamp} ${signature}`);
    });
  });

  it('a session token of any form opens nothing', () =>
    check(fc.oneof(fc.stringMatching(/^[\w-]{0,100}$/), nastyPiece), async (token) => {
      for (const headers of [{ authorization: `Bearer ${token}` }, { cookie: `__Host-vidhuk=${token}` }])
        assert.equal((await ask('GET', '/api/v1/me', headers)).status, 401);
    }));
});
