import type { Answer, SignedFileFacts } from './answer.model.ts';
import type { Case } from './case.model.ts';
import { signedAnswerOf } from './case.presenter.ts';
import { storedBytes } from './kept-letter.ts';

/** The bytes that were signed in a case, as its last signed answer has them; null where none were kept. */
export async function signedLetterOf(found: Case): Promise<Buffer | null> {
  const letter = (await signedAnswerOf(found))?.letter;
  return letter ? storedBytes(letter.fileId) : null;
}
/** The file that signs them: a signature, a container or a scan; null where there is none. */
export async function signedFileOf(
  found: Case,
): Promise<(Pick<SignedFileFacts, 'method' | 'type'> & { content: Buffer }) | null> {
  const answer: Answer | null = await signedAnswerOf(found);
  const file = answer?.signed?.file;
  const content = file && (await storedBytes(file.fileId));
  return content ? { method: file.method, type: file.type, content } : null;
}
