import { type Request, type Response, Router } from 'express';
import { keepDisclosure } from '#server/accounts/index.ts';
import { actorOf } from '#server/http/actor.ts';
import { bundleOf } from '#server/papers/index.ts';
import { type Actor, authorize, inPlaceOf } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import {
  authorizeSigning,
  type Case,
  caseById,
  caseByNumber,
  casePolicy,
  letterToSign,
  signedFileOf,
  signedLetterOf,
} from '#server/register/index.ts';
import { MOST_SIGNED_AT_ONCE } from '#shared/domain/signature.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersLetter } from '#shared/texts/uk/papers-letter.ts';
import { numberIn } from './case-access.ts';
import { getPage } from './visit.routes.ts';

const PDF = 'application/pdf';
/** How a signed file is called after its kind; a signature names the file that it signs. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pkcs7-signature': '.p7s',
  'application/vnd.etsi.asic-e+zip': '.asice',
  [PDF]: '.pdf',
  'image/jpeg': '.jpg',
};
interface Sent {
  content: Buffer;
  type: string;
}
/** Hands a file over to be saved; none is ever kept on the way. */
const send = (res: Response, name: string, { content, type }: Sent): void =>
  void res.set('cache-control', 'no-store').attachment(name).type(type).send(content);
const sendLetter = (res: Response, { number }: Case, content: Buffer | null): void => {
  if (!content) throw new Problem('not-found');
  send(res, fill(papersLetter.signedOriginal, { number }), { content, type: PDF });
};
async function sendSignature(res: Response, found: Case): Promise<void> {
  const file = await signedFileOf(found);
  if (!file) throw new Problem('not-found');
  const extension = EXTENSIONS[file.type] ?? '';
  send(res, fill(papersLetter.signedFile, { number: found.number, extension }), file);
}

/** Who of the staff asks; 401 and 403 for others. */
async function staffOf(req: Request): Promise<Actor> {
  const actor = await actorOf(req);
  if (!actor) throw new Problem('sign-in.required');
  if (actor.kind !== 'staff') throw new Problem('not-allowed');
  return actor;
}
/** The case of the address for staff who handle it: its letter and its scan name people whole. */
async function handled(req: Request): Promise<{ found: Case; actor: Actor }> {
  const actor = await staffOf(req);
  const found = await caseById(String(req.params.id));
  if (!found) throw new Problem('not-found');
  authorize(actor, casePolicy, 'person.see', found);
  return { found, actor };
}
/** Puts on record that somebody of the staff takes a letter away. */
const keepTaken = (actor: Actor, found: Case): Promise<void> =>
  keepDisclosure(actor, {
    kind: 'paper.taken',
    facts: { caseId: String(found._id), number: found.number, paper: 'letter' },
    place: inPlaceOf(actor, casePolicy, 'person.see', found),
  });

/** The letter of a case that this person may sign; null where it does not wait for signature any more. */
async function waitingLetter(actor: Actor, id: string): Promise<{ found: Case; letter: Buffer } | null> {
  try {
    const found = authorizeSigning(actor, await caseById(id));
    const letter = await letterToSign(found);
    return letter && { found, letter };
  } catch (cause) {
    if (cause instanceof Problem && cause.code === 'move.refused') return null;
    throw cause;
  }
}
/** The letters of these cases as one ZIP, to be signed together; what was signed or returned meanwhile is left out. */
async function sendBundle(actor: Actor, res: Response, ids: readonly string[]): Promise<void> {
  if (ids.length > MOST_SIGNED_AT_ONCE) throw new Problem('not-found');
  const files: Record<string, Buffer> = {};
  for (const id of ids) {
    const waiting = await waitingLetter(actor, id);
    if (!waiting) continue;
    await keepTaken(actor, waiting.found);
    files[fill(papersLetter.toSign, { number: waiting.found.number })] = waiting.letter;
  }
  if (Object.keys(files).length === 0) throw new Problem('not-found');
  send(res, papersLetter.bundle, { content: bundleOf(files), type: 'application/zip' });
}

/** The files of signing: letters to sign, what was signed and the signatures, for who signs, who handles the case, and its applicant. */
export function signaturePages(): Router {
  const router = Router();
  router.get('/api/v1/signature-folder/letters.zip', async (req, res) => {
    const actor = await staffOf(req);
    const ids = new URL(req.originalUrl, 'http://here').searchParams.getAll('case');
    await sendBundle(actor, res, [...new Set(ids)]);
  });
  router.get('/api/v1/register/:id/letter-to-sign.pdf', async (req, res) => {
    const actor = await staffOf(req);
    const found = authorizeSigning(actor, await caseById(String(req.params.id)));
    const content = await letterToSign(found);
    if (!content) throw new Problem('not-found');
    await keepTaken(actor, found);
    send(res, fill(papersLetter.toSign, { number: found.number }), { content, type: PDF });
  });
  router.get('/api/v1/register/:id/signed-letter.pdf', async (req, res) => {
    const { found, actor } = await handled(req);
    const content = await signedLetterOf(found);
    if (content) await keepTaken(actor, found);
    sendLetter(res, found, content);
  });
  router.get('/api/v1/register/:id/signature', async (req, res) => {
    const { found, actor } = await handled(req);
    await keepTaken(actor, found);
    await sendSignature(res, found);
  });
  getPage(router, '/appeals/:number/signed-letter.pdf', async (request) => {
    const found = await ownOf(request);
    sendLetter(request.res, found, await signedLetterOf(found));
  });
  getPage(router, '/appeals/:number/signature', async (request) => sendSignature(request.res, await ownOf(request)));
  return router;
}
/** The case of a page's address, for its applicant alone. */
async function ownOf(request: Parameters<Parameters<typeof getPage>[2]>[0]): Promise<Case> {
  const found = await caseByNumber(numberIn(request.params));
  if (!found) throw new Problem('not-found');
  authorize(await request.actor(), casePolicy, 'case.applicant', found);
  return found;
}
