import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { type PostedFile, readMultipart } from '#server/http/multipart.ts';
import { Problem } from '#server/platform/problem.ts';
import * as contract from '#shared/contract/case-files.ts';
import { LARGEST_FILE } from '#shared/domain/attachments.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import { caseFor } from './case.files.ts';
import { presentCase } from './case.presenter.ts';
import { addFile } from './commands/add-file.ts';
import { redactCasePhoto } from './commands/redact-case-photo.ts';
import { removeFile } from './commands/remove-file.ts';

/** Photos of a case over HTTP: added, removed, and blacked out for the copy that everybody may see. */
export const photoRoutes = Router();

const PART = contract.addCaseFile.upload;
/** Bytes of a form around its one file. */
const FRAME = 64 << 10;
const wrongPart = (path: string, code: FieldCode): Problem =>
  new Problem('fields.invalid', { errors: [{ in: 'body', path, code }] });

mount(photoRoutes, contract.addCaseFile, async ({ actor, req, params: { id } }) => {
  await caseFor(actor, 'case.illustrate', id); // before a byte of the body is read
  const onFile = async (file: PostedFile) => {
    if (file.field !== PART) throw wrongPart(file.field, 'field.unknown');
    return addFile(actor, id, file);
  };
  const { files } = await readMultipart(req, { maxFiles: 1, maxBytes: LARGEST_FILE.photo + FRAME, onFile });
  const refused = files.find(({ problem }) => problem)?.problem; // of several files the first is kept, and that is told
  if (refused) throw refused;
  const kept = files[0]?.value;
  if (!kept) throw wrongPart(PART, 'field.required');
  return reply(201, await presentCase(kept, actor));
});
mount(photoRoutes, contract.removeCaseFile, async ({ actor, params: { id, photoId } }) =>
  reply(200, await presentCase(await removeFile(actor, id, photoId), actor)),
);
mount(photoRoutes, contract.redactCasePhoto, async ({ actor, params: { id, photoId }, body: { rectangles } }) =>
  reply(200, await presentCase(await redactCasePhoto(actor, id, { photoId, rectangles }), actor)),
);
