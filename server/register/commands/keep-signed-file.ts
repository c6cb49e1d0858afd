import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import { FileRefusal, type Incoming, readScan, readWhole, toldOf } from '#server/attachments/index.ts';
import { now } from '#server/platform/clock.ts';
import { files } from '#server/platform/files/files.ts';
import { type Actor, authorize, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { readSignedFile, SignatureRefusal } from '#server/signatures/index.ts';
import { type Answer, AnswerModel, type SignedFileFacts } from '../answer.model.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { casePolicy } from '../case.policy.ts';
import { ANSWER_HOLDER, isForSignature, letterToSign } from '../kept-letter.ts';
import { caseById, caseByNumber } from '../register.queries.ts';
import { keepPending, type PendingFile } from '../signed-file.model.ts';

/** A file that somebody sends for an answer; without a case the letter that it signs says whose it is. */
export interface SentForSigning extends Pick<Incoming, 'name' | 'content'> {
  caseId: string | null;
}
/** So much of a file's name is kept: its end, where signing programs put theirs. */
const MOST_OF_NAME = 120;
type Facts = Omit<SignedFileFacts, 'fileId'> & { content: Buffer };

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** A case in whose answer's place this person may sign now: 404 not readable, 403 not allowed, 409 `move.refused`. */
export function authorizeSigning(actor: Actor | Visitor, found: Case | null): Case {
  if (!found) throw new Problem('not-found');
  authorize(actor, casePolicy, 'case.sign', found);
  if (!isForSignature(found)) throw new Problem('move.refused', { from: found.status, verb: 'answer', allowed: [] });
  return found;
}
/** The waiting case whose letter has one of these digests; null where there is none. */
async function caseByDigest(digests: readonly string[]): Promise<Case | null> {
  const answer = await AnswerModel.findOne({ 'letter.digests': { $in: [...digests] }, signed: null })
    .sort({ _id: -1 })
    .lean<Answer>();
  return answer && CaseModel.findOne({ _id: answer.caseId, answerId: answer._id }).lean<Case>();
}
/** The case whose public number stands in a file's name; null where there is none. */
async function caseByName(name: string): Promise<Case | null> {
  const [number] = /(?<!\d)\d{10}(?!\d)/.exec(name) ?? [];
  return number ? caseByNumber(number) : null;
}
/** The case, where its answer waits for signature; refused otherwise. */
function waiting(found: Case | null, code: 'signature.no-match' | 'signature.needs-case'): Case {
  if (!found || !isForSignature(found)) throw new SignatureRefusal(code);
  return found;
}

/** Finds out what a file is, and holds it to the letter of the case that it is for. */
async function examine(bytes: Buffer, { caseId, ...sent }: SentForSigning): Promise<{ found: Case; facts: Facts }> {
  const name = sent.name.slice(-MOST_OF_NAME);
  const given = caseId === null ? null : await caseById(caseId);
  const signed = await readSignedFile(bytes);
  if (signed) {
    const { digests } = signed;
    const looked = digests.length > 0 ? caseByDigest(digests) : caseByName(name);
    const found = given ?? waiting(await looked, 'signature.no-match');
    const letter = await letterToSign(found);
    if (!letter) throw new SignatureRefusal('signature.other-file');
    const { method } = signed;
    const type = method === 'cms' ? 'application/pkcs7-signature' : 'application/vnd.etsi.asic-e+zip';
    const facts = { name, type, bytes: bytes.length, sha256: sha256(bytes), method, ...signed.check(letter) };
    return { found, facts: { ...facts, content: bytes } };
  }
  const scan = await readScan(bytes);
  if (!scan) throw new SignatureRefusal('signature.file-type');
  const found = given ?? waiting(await caseByName(name), 'signature.needs-case');
  const { content, type } = scan;
  const seen = { method: 'paper', check: 'by-eye', signers: [] } as const;
  return {
    found,
    facts: { name, type, bytes: content.length, sha256: sha256(content), ...seen, signers: [], content },
  };
}

/**
 * Takes in a signature, a container or a scan for an answer that waits for signature, and keeps it until the verb `answer` names it.
 * Refused with 422 for `file`: codes `signature.…` and those of `takeIn`; 404, 403 and 409 `move.refused` for a case that cannot be signed.
 */
export async function keepSignedFile(
  actor: Actor | Visitor,
  sent: SentForSigning,
): Promise<{ file: PendingFile; found: Case }> {
  if (sent.caseId !== null) authorizeSigning(actor, await caseById(sent.caseId));
  try {
    return await readWhole(sent.content, async (bytes) => {
      const { found: case_, facts } = await examine(bytes, sent);
      const found = authorizeSigning(actor, case_);
      if (!found.answerId || !actor) throw new Problem('not-found');
      const { content, ...known } = facts;
      const holder = { kind: ANSWER_HOLDER, id: String(found.answerId) };
      const fileId = await files().store.put(content, { type: known.type, holder });
      const whose = { caseId: found._id, answerId: found.answerId, byId: actor.id, at: now() };
      const file = { _id: new Types.ObjectId(), ...whose, ...known, fileId };
      await keepPending(file);
      return { file, found };
    });
  } catch (cause) {
    if (cause instanceof FileRefusal) throw toldOf('file', cause);
    if (!(cause instanceof SignatureRefusal)) throw cause;
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'file', code: cause.code }] });
  }
}
