import { buffer } from 'node:stream/consumers';
import { files } from '#server/platform/files/files.ts';
import { log } from '#server/platform/log.ts';
import { digestsOf } from '#server/signatures/index.ts';
import { type Answer, AnswerModel, type KeptLetter } from './answer.model.ts';
import type { Case } from './case.model.ts';
import { regimeOf } from './regime.ts';

/** Makes the letter of a drafted answer as a PDF, without number and date: those are given at signing. */
export type LetterMaker = (found: Case, answer: Answer) => Promise<Buffer>;
let maker: LetterMaker | null = null;
/** Chosen once, by the composition of the process that people ask for letters. */
export const useLetterMaker = (made: LetterMaker): void => {
  maker = made;
};

/** The kind of letters and signed files as holders in the store, by the id of their answer. */
export const ANSWER_HOLDER = 'answer';
/** The bytes of a file in the store; null where there is none of that id. */
export async function storedBytes(fileId: string): Promise<Buffer | null> {
  const file = await files().store.open(fileId);
  return file && buffer(file.read());
}
/** True where the answer of a case in this state can be signed now. */
export const isForSignature = ({ regime, status }: Case): boolean =>
  regimeOf(regime).workflow.some(({ from, verb }) => from === status && verb === 'answer');

/** Keeps the letter of an answer, once: of two at a time the first counts, and its bytes stay. */
async function keep({ _id }: Answer, content: Buffer): Promise<KeptLetter> {
  const { store } = files();
  const fileId = await store.put(content, {
    type: 'application/pdf',
    holder: { kind: ANSWER_HOLDER, id: String(_id) },
  });
  const letter = { fileId, bytes: content.length, digests: digestsOf(content) };
  const first = await AnswerModel.findOneAndUpdate({ _id, letter: null }, { $set: { letter } }).lean<Answer>();
  if (first) return letter;
  await store.delete(fileId);
  const kept = await AnswerModel.findById(_id).lean<Answer>();
  if (!kept?.letter) throw new Error('a letter was kept and is not there');
  return kept.letter;
}
/**
 * The letter that waits to be signed, byte for byte: kept when the answer was sent for signature, and otherwise made and kept now.
 * Null where nothing of this case waits for signature.
 */
export async function letterToSign(found: Case): Promise<Buffer | null> {
  if (!isForSignature(found)) return null;
  const answer =
    found.answerId && (await AnswerModel.findOne({ _id: found.answerId, caseId: found._id }).lean<Answer>());
  if (!answer) return null;
  if (!answer.letter) {
    if (!maker) return null;
    answer.letter = await keep(answer, await maker(found, answer));
  }
  return storedBytes(answer.letter.fileId);
}
/** Keeps the letter of an answer that was just sent for signature; where that fails now, whoever reads it first keeps it. */
export async function keepLetter(found: Case): Promise<void> {
  try {
    await letterToSign(found);
  } catch (cause) {
    log().warn({ err: cause, caseId: String(found._id) }, 'a letter is not kept yet');
  }
}
