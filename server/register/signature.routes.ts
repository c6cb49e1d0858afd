import { type Request, Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { type PostedFile, readMultipart } from '#server/http/multipart.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import * as contract from '#shared/contract/signature.ts';
import { LARGEST_FILE } from '#shared/domain/attachments.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import { authorizeSigning, keepSignedFile } from './commands/keep-signed-file.ts';
import { caseById } from './register.queries.ts';
import { waitingAnswers } from './signature-folder.queries.ts';

/** Signing over HTTP: the head's folder, and the signed files that come for its answers. */
export const signatureRoutes = Router();

const PART = contract.addSignedFile.upload;
/** Bytes of a form around its one file. */
const FRAME = 64 << 10;
const wrongPart = (path: string, code: FieldCode): Problem =>
  new Problem('fields.invalid', { errors: [{ in: 'body', path, code }] });

async function received(req: Request, actor: Actor | Visitor, caseId: string | null): Promise<contract.KeptSignedFile> {
  const onFile = async (file: PostedFile) => {
    if (file.field !== PART) throw wrongPart(file.field, 'field.unknown');
    return keepSignedFile(actor, { caseId, ...file });
  };
  const { files } = await readMultipart(req, { maxFiles: 1, maxBytes: LARGEST_FILE.photo + FRAME, onFile });
  const refused = files.find(({ problem }) => problem)?.problem;
  if (refused) throw refused;
  const kept = files[0]?.value;
  if (!kept) throw wrongPart(PART, 'field.required');
  const { file, found } = kept;
  return {
    id: String(file._id),
    caseId: String(found._id),
    number: found.number,
    version: found.version,
    method: file.method,
    check: file.check,
    signers: file.signers.map(({ name, signedAt }) => ({ name, signedAt: signedAt?.toISOString() ?? null })),
  };
}
mount(signatureRoutes, contract.readSignatureFolder, async ({ actor, query }) =>
  reply(200, await waitingAnswers(actor, query.cursor)),
);
mount(signatureRoutes, contract.addSignedFile, async ({ actor, req, params: { id } }) => {
  authorizeSigning(actor, await caseById(id)); // before a byte of the body is read
  return reply(201, await received(req, actor, id));
});
mount(signatureRoutes, contract.matchSignedFile, async ({ actor, req }) =>
  reply(201, await received(req, actor, null)),
);
