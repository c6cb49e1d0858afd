import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Response } from 'supertest';
import { openApiDocument } from '#server/http/openapi.ts';

type Document = { paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>> };
const pointer = (...steps: string[]): string =>
  steps
    .map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent)
    .join('/');

/** Checks real answers against the OpenAPI document that the server itself gives out. */
export function openApiCheck(): (method: string, path: string, response: Response) => void {
  const document = openApiDocument('http://127.0.0.1') as unknown as Document;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, 'api');
  const patterns = Object.keys(document.paths).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  const compiled = new Map<string, ValidateFunction>();

  return (method, address, { status, type, body }) => {
    const at = address.split('?')[0] ?? '';
    const found = patterns.filter(({ pattern, path }) => pattern.test(at) && document.paths[path]?.[method]);
    const path = found.find((p) => !p.path.includes('{'))?.path ?? found[0]?.path;
    assert.ok(path, `${method} ${at} is not in the document`);
    const content = document.paths[path]?.[method]?.responses[status]?.content;
    assert.ok(content && type in content, `${method} ${path} does not say that it answers ${status} ${type}`);
    const ref = `api#/paths/${pointer(path, method, 'responses', String(status), 'content', type, 'schema')}`;
    const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref });
    compiled.set(ref, validate);
    assert.ok(validate(body), `${method} ${path} ${status}: ${ajv.errorsText(validate.errors)}`);
  };
}
