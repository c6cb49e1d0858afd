import type { OwnForm } from '#client/views/cases/own-words.ts';
import { takeIn } from '#server/attachments/index.ts';
import { isMultipart, readMultipart } from '#server/http/multipart.ts';
import { refusalOf } from '#server/http/problems.ts';
import { type Actor, authorize, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Case, caseByNumber, casePolicy } from '#server/register/index.ts';
import type { AttachmentPurpose } from '#shared/domain/attachments.ts';
import { showCase } from './case.routes.ts';
import { numberIn } from './case-access.ts';
import { inWords } from './refusal.ts';
import { TEXTS } from './texts.ts';
import type { PageRequest } from './visit.routes.ts';

const MIB = 1 << 20;
const UPLOAD = { maxFiles: 5, maxBytes: 105 * MIB };

/** A case that its applicant acts on. */
export interface OwnCase {
  actor: Actor | Visitor;
  found: Case;
}
/** The case of the address, for its applicant alone; 404 for anybody else. */
export async function ownCase(request: PageRequest): Promise<OwnCase> {
  const found = await caseByNumber(numberIn(request.params));
  const actor = await request.actor();
  if (!found) throw new Problem('not-found');
  authorize(actor, casePolicy, 'case.applicant', found);
  return { actor, found };
}
/** Words as they were typed, and the first file that was refused. */
export interface SentWords {
  words: string;
  refused?: Problem;
}
/** What was typed into `field`, and the files beside it, each of which is kept at once with the case. */
export async function readOwnWords(
  { req, form }: PageRequest,
  { found, field, purpose }: { found: Case; field: string; purpose: AttachmentPurpose },
): Promise<SentWords> {
  if (!isMultipart(req)) return { words: form[field] ?? '' };
  const owner = { kind: 'case', id: String(found._id) } as const;
  const { values, files } = await readMultipart(req, {
    ...UPLOAD,
    onFile: ({ field: name, ...file }) => takeIn({ owner, purpose, ...file, field: name }),
  });
  const refused = files.find(({ problem }) => problem)?.problem;
  return { words: values[field] ?? '', ...(refused && { refused }) };
}
/** Does what was wished and goes back to the case; what is wrong with the words is said beside them, with all that was typed kept. */
export async function orSayWhy(
  request: PageRequest,
  { form, number, words }: { form: OwnForm; number: string; words: string },
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
    request.goTo(`/appeals/${number}`);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.status !== 422) throw refusal;
    await showCase(request, number, { refused: { form, words, error: inWords(refusal, TEXTS[request.visit.lang]) } });
  }
}
