import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import '#server/app.ts';
import { endpoints } from '#server/http/endpoint.ts';
import { openApiDocument } from '#server/http/openapi.ts';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, { content: Record<string, unknown> }>;
}
const SNAPSHOT = new URL('openapi.snapshot.json', import.meta.url);
const document = openApiDocument('https://vidhuk.example') as { paths: Record<string, Record<string, Operation>> };
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, ...operation })),
);

describe('http: the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document);
    assert.ok(valid, JSON.stringify(errors, null, 2));
    assert.equal(validator.version, '3.1');
  });

  it('names every mounted endpoint and nothing else', () => {
    const mounted = endpoints().map(({ method, path }) => `${method} ${path}`);
    assert.ok(mounted.length > 0);
    assert.deepEqual(operations.map(({ name }) => name).sort(), mounted.sort());
  });

  it('gives each operation an id of its own', () => {
    const ids = operations.map(({ operationId }) => operationId);
    assert.equal(new Set(ids).size, ids.length, ids.join(' '));
    for (const id of ids) assert.match(id, /^[a-z][A-Za-z]+$/);
  });

  it('declares the parameters that an address has', () => {
    for (const { name, path, parameters } of operations) {
      const inAddress = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      const declared = parameters.filter((one) => one.in === 'path');
      assert.deepEqual(declared.map((one) => one.name).sort(), inAddress.sort(), name);
      assert.ok(
        declared.every(({ required }) => required),
        name,
      );
    }
  });

  it('says how each operation succeeds, and that it may refuse as a problem', () => {
    for (const { name, responses } of operations) {
      const statuses = Object.keys(responses).map(Number);
      assert.ok(
        statuses.some((status) => status >= 200 && status < 300),
        name,
      );
      for (const status of [401, 403, 404, 422, 429, 500, 503]) {
        assert.ok(statuses.includes(status), `${name} ${status}`);
        assert.ok('application/problem+json' in (responses[status]?.content ?? {}), `${name} ${status}`);
      }
    }
  });

  it('is what clients were promised', () => {
    const paths = Object.fromEntries(Object.entries(document.paths).sort(([a], [b]) => (a < b ? -1 : 1)));
    const text = `${JSON.stringify({ ...document, paths }, null, 2)}\n`;
    // biome-ignore lint/style/noProcessEnv: how a promise is changed on purpose
    if (process.env.UPDATE_SNAPSHOT === '1') writeFileSync(SNAPSHOT, text);
    assert.ok(
      readFileSync(SNAPSHOT, 'utf8') === text,
      'the API is not what openapi.snapshot.json says; if that is meant, run this test with UPDATE_SNAPSHOT=1 and review the difference',
    );
  });
});
