import { Router } from 'express';
import * as z from 'zod/mini';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { FIELD_CODES, PROBLEMS, type ProblemCode } from '#shared/domain/problems.ts';
import { endpoints } from './endpoint.ts';

type Json = Record<string, unknown>;
/** The refusals that any endpoint may give, whatever it does. */
const COMMON: readonly ProblemCode[] = [
  'body.malformed',
  'sign-in.required',
  'not-allowed',
  'cross-site',
  'not-found',
  'body.too-large',
  'body.unsupported',
  'fields.invalid',
  'too-many-requests',
  'internal',
  'store.unavailable',
  'overloaded',
];
const TITLES: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  400: 'Malformed request',
  401: 'Sign-in required or refused',
  403: 'Not allowed',
  404: 'Not found, or not readable',
  409: 'In conflict with the present state',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Wrong fields, all of them named',
  429: 'Too many requests',
  500: 'A bug of the server',
  503: 'The store is away, or more is asked than can be carried now',
};

const PROBLEM: Json = {
  type: 'object',
  description: 'RFC 9457; `code` is for machines, `title` for people',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['in', 'path', 'code', 'message'],
        additionalProperties: false,
        properties: {
          in: { type: 'string', enum: ['body', 'query', 'headers', 'path'] },
          path: { type: 'string' },
          code: { type: 'string', enum: [...FIELD_CODES] },
          message: { type: 'string' },
          said: { type: 'string' },
        },
      },
    },
  },
};

const schemaOf = (shape: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Json;
  return schema;
};
/** A form with one file in the part of this name. */
const fileIn = (part: string): Json => ({
  type: 'object',
  required: [part],
  properties: { [part]: { type: 'string', contentMediaType: 'application/octet-stream' } },
});
/** The members of an object shape as OpenAPI parameters. */
function parametersOf(shape: z.ZodMiniType | undefined, where: 'path' | 'query' | 'header'): Json[] {
  if (!shape) return [];
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }));
}

const problemsOf = (e: Endpoint): Json => {
  const codes = [...new Set([...COMMON, ...e.problems])];
  return Object.fromEntries(
    [...byStatus(codes)].map(([status, those]) => [
      status,
      {
        description: `${TITLES[status] ?? 'Refused'}: ${those.join(', ')}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
};
function byStatus(codes: readonly ProblemCode[]): Map<number, ProblemCode[]> {
  const groups = new Map<number, ProblemCode[]>();
  for (const code of codes) groups.set(PROBLEMS[code], [...(groups.get(PROBLEMS[code]) ?? []), code]);
  return groups;
}
const repliesOf = (e: Endpoint): Json =>
  Object.fromEntries(
    Object.entries(e.replies).map(([status, shape]) => [
      status,
      {
        description: TITLES[Number(status)] ?? 'Done',
        content: { 'application/json': { schema: schemaOf(shape, 'output') } },
      },
    ]),
  );
const operationOf = (e: Endpoint): Json => ({
  operationId: `${e.method.toLowerCase()}${e.path.slice('/api/v1'.length).replace(/[^A-Za-z]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
  summary: e.summary,
  'x-permission': e.permission,
  security: e.permission === 'anyone' ? [{}, { session: [] }] : [{ session: [] }],
  parameters: [
    ...parametersOf(e.params, 'path'),
    ...parametersOf(e.query, 'query'),
    ...parametersOf(e.headers, 'header'),
  ],
  ...(e.body && {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(e.body, 'input') } } },
  }),
  ...(e.upload && {
    requestBody: { required: true, content: { 'multipart/form-data': { schema: fileIn(e.upload) } } },
  }),
  responses: {
    ...repliesOf(e),
    ...(e.isRevalidated && { 304: { description: 'What was answered before still holds' } }),
    ...problemsOf(e),
  },
});

/** The API as an OpenAPI 3.1 document, made from the very shapes that validate requests and replies. */
export function openApiDocument(publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const e of endpoints()) paths[e.path] = { ...paths[e.path], [e.method.toLowerCase()]: operationOf(e) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vidhuk',
      version: '1',
      description:
        'Appeals to the city: file, follow, and, for staff, handle. Dates of law are YYYY-MM-DD in Europe/Kyiv, instants RFC 3339 UTC.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token of POST /api/v1/sessions' },
      },
    },
  };
}
/** `/api/openapi.json`. */
export const openApiRoutes = (publicUrl: string): Router =>
  Router().get('/api/openapi.json', (_req, res) => void res.json(openApiDocument(publicUrl)));
