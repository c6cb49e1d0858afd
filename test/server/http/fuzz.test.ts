import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endpoints } from '#server/http/endpoint.ts';
import { DESK_PETITION_VERBS } from '#shared/contract/petition-desk.ts';
import { VERBS } from '#shared/domain/workflow.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { nastyJson, nastyPiece, spoiled } from '../../support/nasty.ts';
import { aPublished } from '../../support/petitions.ts';
import { type RawAnswer, useServer } from '../../support/raw-http.ts';
import { RIGHT } from '../../support/right-bodies.ts';

const SETTINGS = { seed: 20260303, numRuns: 300 } as const;
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const OTHER_SIGN_INS = [
  { codeId: 'a'.repeat(24), code: '123456' },
  { number: '2600123452', accessCode: '7KQ2M4PX9T' },
];
const PAGES = [
  '/',
  '/en',
  '/embed/map',
  '/map/list',
  '/map/picture.svg',
  '/appeals/new',
  '/appeals/new/where',
  '/appeals/new/what',
  '/appeals/new/nearby',
  '/appeals/new/details',
  '/appeals/new/you',
  '/appeals/new/check',
  '/appeals/find',
  '/clock',
  '/en/clock',
  '/my',
  '/my/messages',
  '/desk',
  '/desk/sign-in',
  '/api/docs',
  '/privacy',
  '/how-it-works',
  '/help',
  '/statistics',
  '/statistics/messages',
];
const NAMES = [
  'status',
  'category',
  'district',
  'overdue',
  'z',
  'lng',
  'lat',
  'case',
  'bbox',
  'view',
  'cursor',
  'limit',
  'number',
  'kind',
  'about',
  'way',
  'part',
  'sms',
  'next',
  'signed',
  'detached',
  'join',
  'regime',
  'receivedOn',
  'from',
  'year',
];
const FORMS: Readonly<Record<string, readonly string[]>> = {
  '/appeals/new/where': [
    'ui.do',
    'ui.way',
    'ui.q',
    'ui.found',
    'ui.picked',
    'ui.view',
    'ui.pin.x',
    'ui.pin.y',
    'ui.house',
    'place.streetId',
    'place.address',
    'place.description',
    'place.districtCode',
    'place.point.coordinates.0',
  ],
  '/appeals/new/what': [
    'ui.do',
    'ui.part',
    'ui.topic',
    'categoryCode',
    'kind',
    'answers.lamps',
    'contested.departmentId',
    'contested.decidedOn',
  ],
  '/appeals/new/nearby': ['ui.join'],
  '/appeals/new/details': [
    'text',
    'coApplicants.0.lastName',
    'coApplicants.999.phone',
    'benefit',
    'representative.basis',
    'ui.people',
    'do',
  ],
  '/appeals/new/files': ['do', 'photos'],
  '/appeals/new/you': ['applicant.lastName', 'applicant', 'contact.phone', 'consents.sms', 'replyBy', 'ui.join', 'do'],
  '/appeals/new/check': ['text', 'ui.do'],
  '/my/phone-code': ['phone', 'codeId'],
  '/my/sign-in': ['codeId', 'code', 'phone'],
  '/my/detach': ['number'],
  '/my/messages/sms': ['to', 'number'],
  '/my/messages/letters': ['to', 'number'],
  '/my/messages/kinds': ['answered', 'decision'],
  '/letters/x': ['letters'],
  '/letters/petitions/x': ['letters'],
  '/c/7KQ2M4P': ['sms'],
  '/work/{code}/accept': ['note'],
  '/work/{code}/note': ['note'],
  '/work/{code}/draft': ['draft'],
  '/work/{code}/photo': ['photo'],
  '/desk/sign-in': ['login', 'password', 'next'],
  '/appeals/2600123452/open': ['accessCode'],
  '/appeals/2600123452/phone-code': ['to', 'before', 'codeId'],
  '/appeals/2600123452/confirm-phone': ['codeId', 'code', 'to'],
};
const NASTY_NAMES = [
  '__proto__.x',
  '__proto__',
  'constructor.prototype.y',
  'applicant.lastName.z',
  'applicant.__proto__.z',
  'applicant.constructor.prototype.z',
  'contact.toString',
  'text.length',
  'a'.repeat(300),
  Array.from({ length: 500 }, () => 'a').join('.'),
  '...',
  'applicant[lastName]',
];
/** What a spoilt prototype would show. */
const prototypes = () =>
  [Object, Array, String, Function].map(({ prototype }) => Reflect.ownKeys(prototype).map(String));

describe('http: whatever is sent', function () {
  this.timeout(120_000);
  const city = useCity();
  const ask = useServer(() => city.app.listener);
  const untouched = prototypes();
  let operator: Api;
  let administrator: Api;
  let [staffToken, holderToken] = ['', ''];
  let filed = { id: '', number: '' };
  let [workPath, petitionId] = ['', ''];
  before(async () => {
    ({ token: staffToken } = await city.token('operator'));
    operator = city.api.as(staffToken);
    administrator = await city.staff('administrator');
    const { body } = await city.api.post('/api/v1/appeals', aDraft());
    filed = body;
    const { id } = (await city.api.post('/api/v1/appeals', aDraft())).body;
    await operator.post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
    const move = { expectedVersion: 2, departmentId: '4'.padStart(24, '0') };
    await operator.post(`/api/v1/register/${id}/assign`, move);
    const link = { label: 'Підрядник', days: 7 };
    workPath = (await operator.post(`/api/v1/register/${id}/links`, link)).body.path;
    petitionId = String((await aPublished())._id);
    const key = { number: body.number, accessCode: body.accessCode };
    holderToken = (await city.api.post('/api/v1/sessions', key)).body.token;
  });
  afterEach(() => assert.deepEqual(prototypes(), untouched));
  const check = <T>(what: fc.Arbitrary<T>, send: (said: T) => Promise<unknown>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(what, async (said) => void (await send(said))),
      SETTINGS,
    );
  const isNoBug = ({ status }: { status: number }, what: string): void => assert.ok(status < 500, `${status}: ${what}`);
  const posts = () => endpoints().filter(({ method }) => method === 'POST');

  it('has a right body here for every POST endpoint', () => {
    assert.deepEqual(
      posts()
        .map(({ path }) => path)
        .sort(),
      Object.keys(RIGHT).sort(),
    );
  });

  for (const [path, right] of Object.entries(RIGHT))
    it(`POST ${path} tells what is wrong, and is never broken by it`, () => {
      const rights = path.endsWith('/sessions') ? [right, ...OTHER_SIGN_INS] : [right];
      const body = fc.oneof({ weight: 3, arbitrary: fc.oneof(...rights.map(spoiled)) }, nastyJson);
      return check(
        fc.tuple(body, fc.constantFrom(...VERBS, ...DESK_PETITION_VERBS), fc.boolean()),
        async ([text, verb, isStaff]) => {
          const address = path
            .replace('{id}', path.includes('/desk/petitions/') ? petitionId : filed.id)
            .replace('{number}', '1')
            .replace('{verb}', verb)
            .replace('{deed}', 'lock')
            .replace('{role}', 'auditor');
          const staff = /\/(staff|roles|petition-charter)/.test(path) ? administrator : operator;
          isNoBug(await (isStaff ? staff : city.api).post(address, text, JSON_TYPE), `${address} ${text}`);
        },
      );
    });

  it('GET of any address and query is answered or refused', () => {
    const apis = endpoints().flatMap(({ method, path }) => (method === 'GET' ? [path] : []));
    const address = fc.oneof(
      fc.constantFrom(...PAGES, ...apis),
      nastyPiece.map((piece) => `/appeals/${piece}`),
      nastyPiece.map((piece) => `/en/appeals/${piece}/received`),
      nastyPiece.map((piece) => `/c/${piece}`),
      nastyPiece.map((piece) => `/letters/${piece}`),
      nastyPiece.map((piece) => `/letters/petitions/${piece}`),
      nastyPiece.map((piece) => `/petitions/${piece}/withdraw`),
      nastyPiece.map((piece) => `/my/messages?page=${piece}&done=${piece}&number=${piece}`),
      nastyPiece.map((piece) => `/work/${piece}`),
      nastyPiece.map((piece) => `${workPath}?done=${piece}`),
      nastyPiece.map((piece) => `/desk/${piece}`),
      nastyPiece.map((piece) => `/assets/${piece}`),
      nastyPiece.map((piece) => `/${piece}`),
    );
    const name = fc.oneof(fc.constantFrom(...NAMES), nastyPiece);
    const query = fc.array(fc.tuple(name, nastyPiece), { maxLength: 4 });
    const id = fc.oneof(fc.constant('real'), nastyPiece);
    return check(fc.tuple(address, query, id, fc.boolean()), async ([path, pairs, piece, isStaff]) => {
      const whole = `${path.replace('{id}', piece === 'real' ? filed.id : piece)}?${pairs.map((pair) => pair.join('=')).join('&')}`;
      const headers: Record<string, string> = isStaff ? { authorization: `Bearer ${staffToken}` } : {};
      isNoBug(await ask('GET', whole, headers), whole);
    });
  });

  for (const [path, fields] of Object.entries(FORMS))
    it(`POST ${path} takes any form, and shows it again without a script of it`, () => {
      const name = fc.oneof(
        fc.constantFrom(...fields),
        fc.constantFrom(...NASTY_NAMES).map(encodeURIComponent),
        nastyPiece,
      );
      const script = encodeURIComponent(`"><script>alert('x')</script>`);
      const form = fc.array(fc.tuple(name, fc.oneof(nastyPiece, fc.constant(script))), { maxLength: 8 });
      const who = fc.constantFrom('nobody', 'staff', 'holder');
      return check(fc.tuple(form, who), async ([pairs, name]) => {
        const body = pairs.map((pair) => pair.join('=')).join('&');
        const token = name === 'staff' ? staffToken : holderToken;
        const session = { cookie: `__Host-vidhuk=${token}`, 'sec-fetch-site': 'same-origin' };
        const headers: Record<string, string> = name === 'nobody' ? FORM_TYPE : { ...FORM_TYPE, ...session };
        const address = path.replace('2600123452', filed.number).replace('/work/{code}', workPath);
        const answer: RawAnswer = await ask('POST', address, headers, body);
        isNoBug(answer, `${address} ${body}`);
        assert.ok(!answer.body.includes(`<script>alert`), body);
      });
    });
});
