import { ApiDocsPage, type Operation } from '#client/views/pages/api-docs-page.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import { renderDocument } from './document.tsx';
import { frameOf } from './frame.ts';
import { TEXTS } from './texts.ts';

/** What this page reads of an OpenAPI document. */
interface OpenApi {
  paths?: Record<string, Record<string, OpenApiOperation>>;
}
interface OpenApiOperation {
  operationId?: string;
  summary?: string;
  'x-permission'?: string;
  parameters?: { name: string; required?: boolean }[];
  requestBody?: { content?: Record<string, { schema?: { properties?: object; anyOf?: { properties?: object }[] } }> };
  responses?: Record<string, unknown>;
}
const fieldsOf = ({ requestBody }: OpenApiOperation): string[] => {
  const schema = requestBody?.content?.['application/json']?.schema;
  const shapes = schema?.anyOf ?? (schema ? [schema] : []);
  return [...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties)))];
};
/** The operations of an OpenAPI document, in its order. */
const operationsOf = (document: object): Operation[] =>
  Object.entries((document as OpenApi).paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId ?? `${method}-${path}`,
      method: method.toUpperCase(),
      path,
      summary: operation.summary ?? '',
      permission: operation['x-permission'] ?? 'anyone',
      parameters: (operation.parameters ?? []).map(({ name, required }) => ({ name, isRequired: required === true })),
      fields: fieldsOf(operation),
      statuses: Object.keys(operation.responses ?? {}),
    })),
  );

/** The API for a person to read, made from its OpenAPI document. */
export const apiDocsPage = (lang: Lang, document: object, isSignedIn = false): string => {
  const texts = TEXTS[lang].apiDocs;
  const frame = frameOf({ lang, path: '/api/docs', isSignedIn }, texts.title);
  return renderDocument(frame, <ApiDocsPage operations={operationsOf(document)} texts={texts} />);
};
