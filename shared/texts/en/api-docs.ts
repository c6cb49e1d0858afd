import type { ApiDocsTexts } from '#shared/texts/uk/api-docs.ts';

/** The readable list of the API, in English. */
export const apiDocs: ApiDocsTexts = {
  title: 'API for developers',
  lead: 'Whatever the site does, a program can do. Dates of law are YYYY-MM-DD in Kyiv time, instants RFC 3339 in UTC, errors RFC 9457.',
  document: 'OpenAPI 3.1 document',
  documentText: 'Requests and replies in full, made from the very shapes that validate them:',
  who: { anyone: 'no sign-in', staff: 'staff', permission: 'permission {permission}' },
  replies: 'Replies',
  body: 'Takes',
  parameters: 'Parameters',
  required: 'required',
};
