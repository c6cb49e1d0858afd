import assert from 'node:assert/strict';
import { Validator } from '@seriousme/openapi-schema-validator';
import express from 'express';
import supertest from 'supertest';
import { legalClockRoutes } from '#server/deadlines/legal-clock.routes.ts';
import { openApiDocument } from '#server/http/openapi.ts';
import { problems, refuser } from '#server/http/problems.ts';
import { RULE_IDS } from '#shared/domain/legal-clock/rules.ts';
import { setCalendar } from '../../support/legal-calendars.ts';

const app = express()
  .use(legalClockRoutes)
  .use(problems(refuser(() => ({ body: '' }))));
const getRaw = (query: string) => supertest(app).get(`/api/v1/legal-clock?${query}`);
const get = (query: Record<string, string>) => getRaw(String(new URLSearchParams(query)));

describe('http: GET /legal-clock', () => {
  beforeEach(() => setCalendar());

  const terms: [
    rule: string,
    receivedOn: string,
    calendar: string,
    dates: [raw: string, legal: string, inner: string],
  ][] = [
    ['appeal.month', '2026-03-02', '', ['2026-04-02', '2026-04-02', '2026-04-02']],
    ['appeal.days15', '2026-03-02', 'martial', ['2026-03-17', '2026-03-17', '2026-03-17']],
    ['appeal.month', '2026-07-24', 'martial', ['2026-08-24', '2026-08-24', '2026-08-24']],
    ['appeal.month', '2026-07-24', 'peacetime', ['2026-08-24', '2026-08-25', '2026-08-21']],
    ['appeal.forward', '2026-05-04', '', ['2026-05-09', '2026-05-11', '2026-05-08']],
    ['appeal.max45', '2026-03-04', '', ['2026-04-18', '2026-04-17', '2026-04-17']],
    ['info.answer', '2026-04-30', '', ['2026-05-07', '2026-05-07', '2026-05-07']],
    ['info.answer', '2026-04-30', 'peacetime', ['2026-05-11', '2026-05-11', '2026-05-11']],
    ['info.extended', '2025-12-15', '', ['2026-01-12', '2026-01-12', '2026-01-12']],
    ['info.extended', '2025-12-15', 'peacetime', ['2026-01-14', '2026-01-14', '2026-01-14']],
    ['petition.collection', '2026-11-30', 'peacetime', ['2027-02-28', '2027-02-28', '2027-02-28']],
    ['deputy.answer', '2026-12-22', '', ['2027-01-01', '2027-01-01', '2027-01-01']],
    ['deputy.answer', '2026-12-22', 'peacetime', ['2027-01-01', '2027-01-04', '2026-12-31']],
  ];
  for (const [rule, receivedOn, calendar, [dueRaw, dueLegal, dueInternal]] of terms)
    it(`answers ${rule} from ${receivedOn} ${calendar}`, async () => {
      const { status, body } = await get({ rule, receivedOn, ...(calendar && { calendar }) });
      const { source, ...dates } = body;
      assert.deepEqual([status, dates], [200, { rule, receivedOn, dueRaw, dueLegal, dueInternal }]);
      assert.match(source, /^Закон № /);
    });
  it('has an answer for every rule', async () => {
    for (const rule of RULE_IDS) {
      const start = rule === 'info.urgent' ? { receivedAt: '2026-03-02T10:00:00Z' } : { receivedOn: '2026-03-02' };
      assert.equal((await get({ rule, ...start })).status, 200, rule);
    }
  });
  it('without a calendar follows the regime of each date', async () => {
    setCalendar({ martialLaw: [{ from: '2022-02-24', to: '2026-07-31' }] });
    const due = async (calendar?: string) =>
      (await get({ rule: 'appeal.month', receivedOn: '2026-07-24', ...(calendar && { calendar }) })).body.dueLegal;
    assert.deepEqual([await due(), await due('martial')], ['2026-08-25', '2026-08-24']);
  });

  const urgent = {
    rule: 'info.urgent',
    source: 'Закон № 2939-VI, ст. 20',
    receivedAt: '2026-03-28T08:00:00.000Z',
    receivedOn: '2026-03-28',
    dueRaw: '2026-03-30T08:00:00.000Z',
    dueLegal: '2026-03-30T08:00:00.000Z',
    dueInternal: '2026-03-30T08:00:00.000Z',
    dueLocal: '2026-03-30T11:00:00+03:00',
  };
  const sameMoment = ['2026-03-28T10:00:00%2B02:00', '2026-03-28T10:00%2B02:00', '2026-03-28T10:00+02:00'];
  for (const receivedAt of [
    ...sameMoment,
    '2026-03-28T08:00:00Z',
    '2026-03-28T08:00:00.000Z',
    '2026-03-28T03:00-05:00',
  ])
    it(`counts hours from ${receivedAt}`, async () => {
      for (const calendar of ['', '&calendar=martial', '&calendar=peacetime']) {
        const { status, body } = await getRaw(`rule=info.urgent&receivedAt=${receivedAt}${calendar}`);
        assert.deepEqual([status, body], [200, urgent]);
      }
    });

  for (const rule of ['appeal.weeks3', 'appeal', 'APPEAL.MONTH', 'constructor', '__proto__', 'toString'])
    it(`does not find the rule ${rule}, with a date or without`, async () => {
      for (const date of [{ receivedOn: '2026-03-02' }, {}] as Record<string, string>[]) {
        const { status, body } = await get({ rule, ...date });
        assert.deepEqual([status, body.code], [404, 'not-found']);
      }
    });

  const refusals: [query: string, errors: Record<string, string>][] = [
    ['', { rule: 'field.required', receivedOn: 'field.required' }],
    ['rule=', { rule: 'field.required', receivedOn: 'field.required' }],
    ['rule=appeal.month', { receivedOn: 'field.required' }],
    ['rule=appeal.month&receivedOn=', { receivedOn: 'field.required' }],
    ['rule=appeal.month&receivedOn=2026-02-30', { receivedOn: 'date.invalid' }],
    ['rule=appeal.month&receivedOn=2026-02-29', { receivedOn: 'date.invalid' }],
    ['rule=appeal.month&receivedOn=02.03.2026', { receivedOn: 'date.invalid' }],
    ['rule=appeal.month&receivedOn=2026-3-2', { receivedOn: 'date.invalid' }],
    ['rule=appeal.month&receivedOn=2026-03-02T10:00:00Z', { receivedOn: 'date.invalid' }],
    ['rule=appeal.month&receivedOn=2026-03-02&receivedOn=2026-03-03', { receivedOn: 'field.invalid' }],
    ['rule=appeal.month&receivedOn=2026-03-02&calendar=lunar', { calendar: 'field.invalid' }],
    ['rule=appeal.month&receivedOn=2026-03-02&colour=red', { colour: 'field.unknown' }],
    [
      'rule=appeal.month&receivedAt=2026-03-02T10:00:00Z',
      { receivedOn: 'field.required', receivedAt: 'field.unknown' },
    ],
    ['rule=info.urgent', { receivedAt: 'field.required' }],
    ['rule=info.urgent&receivedOn=2026-03-28', { receivedAt: 'field.required', receivedOn: 'field.unknown' }],
    ['rule=info.urgent&receivedAt=2026-03-28T10:00:00', { receivedAt: 'field.invalid' }],
    ['rule=info.urgent&receivedAt=2026-03-28', { receivedAt: 'field.invalid' }],
    ['rule=info.urgent&receivedAt=2026-02-30T10:00:00Z', { receivedAt: 'field.invalid' }],
    ['rule=info.urgent&receivedAt=2026-03-28T24:00:00Z', { receivedAt: 'field.invalid' }],
    [
      'receivedOn=2026-02-30&calendar=lunar&colour=red',
      { rule: 'field.required', receivedOn: 'date.invalid', calendar: 'field.invalid', colour: 'field.unknown' },
    ],
    [
      'rule=info.urgent&calendar=lunar&receivedOn=x',
      { receivedOn: 'date.invalid', receivedAt: 'field.required', calendar: 'field.invalid' },
    ],
  ];
  for (const [query, expected] of refusals)
    it(`refuses ?${query}, every wrong field at once`, async () => {
      const { status, body, headers } = await getRaw(query);
      assert.deepEqual([status, body.code], [422, 'fields.invalid']);
      assert.match(headers['content-type'] ?? '', /^application\/problem\+json/);
      const told = (body.errors as { in: string; path: string; code: string; message: string }[]).map((error) => {
        assert.ok(error.in === 'query' && error.message);
        return [error.path, error.code] as const;
      });
      assert.equal(new Set(told.map(([path]) => path)).size, told.length);
      assert.deepEqual(Object.fromEntries(told), expected);
    });

  const outside: [query: string, date: string][] = [
    ['rule=appeal.month&receivedOn=2023-12-31', '2023-12-31'],
    ['rule=appeal.month&receivedOn=2100-01-01', '2100-01-01'],
    ['rule=appeal.month&receivedOn=2099-12-01', '2100-01-01'],
    ['rule=info.answer&receivedOn=2099-12-28', '2100-01-01'],
    ['rule=petition.collection&receivedOn=2099-10-01', '2100-01-01'],
    ['rule=info.urgent&receivedAt=2023-12-31T21:59:59Z', '2023-12-31'],
    ['rule=info.urgent&receivedAt=2099-12-29T22:00:00Z', '2100-01-01'],
    ['rule=info.urgent&receivedAt=0203-02-20T10:00:00Z', '0203-02-20'],
  ];
  for (const [query, date] of outside)
    it(`knows no calendar for ?${query}`, async () => {
      const { status, body } = await getRaw(query);
      assert.deepEqual([status, body.code, body.date], [422, 'date.outside-calendar', date]);
    });

  it('is described whole in OpenAPI, and the document is valid', async () => {
    const document = openApiDocument('https://vidhuk.example');
    const { valid, errors } = await new Validator().validate(document);
    assert.ok(valid, JSON.stringify(errors));
    const paths = document.paths as Record<string, { get: { parameters: { name: string; required: boolean }[] } }>;
    const parameters = paths['/api/v1/legal-clock']?.get.parameters.map(({ name, required }) => [name, required]);
    assert.deepEqual(parameters, [
      ['rule', true],
      ['receivedOn', false],
      ['receivedAt', false],
      ['calendar', false],
    ]);
  });
});
