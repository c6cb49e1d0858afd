import * as z from 'zod/mini';
import { Rectangles } from './attachments.ts';
import { endpoint } from './endpoint.ts';
import { id } from './fields.ts';
import { CaseCard } from './register.ts';

const card = { replies: { 200: CaseCard }, permission: 'staff' } as const;
/** Blacks out parts of a photo in the copy that everybody may see; the photo itself stays as it was. */
export const redactCasePhoto = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/photos/{photoId}/redact',
  summary: 'Make the copy of a photo that can be published, with these rectangles black',
  params: z.object({ id: id(), photoId: id() }),
  body: z.strictObject({ rectangles: Rectangles }),
  problems: [],
  ...card,
});
/** A photo or a document of what was done: for who works on the case, and for who publishes it. */
export const addCaseFile = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/photos',
  summary: 'Add a photo or a document of what was done',
  params: z.object({ id: id() }),
  upload: 'file',
  replies: { 201: CaseCard },
  problems: [],
  permission: 'staff',
});
/** Only what staff added; what the applicant sent stays. One that everybody sees is taken down by who publishes. */
export const removeCaseFile = endpoint({
  method: 'DELETE',
  path: '/api/v1/register/{id}/photos/{photoId}',
  summary: 'Remove a photo or a document that staff added',
  params: z.object({ id: id(), photoId: id() }),
  problems: [],
  ...card,
});
