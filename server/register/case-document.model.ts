import { model, Schema, Types } from 'mongoose';
import type { Actor } from '#server/platform/policy.ts';
import { newSalt, saltedDigest } from '#server/platform/secrets.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import type { Case } from './case.model.ts';

/** Words that a move brought with it: a decision, a question, a reason. History names them by their salted digest. */
export interface CaseDocument {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  /** The move; `enter` where they came with the case. */
  verb: Verb | 'enter';
  /** As JSON, the input of the move: what its shape in `shared/contract/move.ts` says. */
  words: string;
  byId: string;
  at: Date;
  salt: string;
  digest: string;
}
const text = { type: String, required: true } as const;

export const CaseDocumentModel = model(
  'CaseDocument',
  new Schema<CaseDocument>(
    {
      caseId: { type: Schema.Types.ObjectId, required: true },
      verb: text,
      words: text,
      byId: text,
      at: { type: Date, required: true },
      salt: text,
      digest: text,
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'case_documents',
);

/** Keeps the words of a move and answers their digest. */
export async function keepWords(
  tx: Transaction,
  actor: Pick<Actor, 'id'>,
  found: Pick<Case, '_id'>,
  verb: CaseDocument['verb'],
  input: unknown,
): Promise<string> {
  const words = JSON.stringify(input);
  const salt = newSalt();
  const digest = saltedDigest(salt, words);
  const row: CaseDocument = {
    _id: new Types.ObjectId(),
    caseId: found._id,
    verb,
    words,
    byId: actor.id,
    at: tx.at,
    salt,
    digest,
  };
  await CaseDocumentModel.create([row], { session: tx.session, ordered: true });
  return digest;
}
/** The words of a case's moves, by digest. */
export async function wordsOf(caseId: Types.ObjectId): Promise<ReadonlyMap<string, CaseDocument>> {
  const rows = await CaseDocumentModel.find({ caseId }).lean<CaseDocument[]>();
  return new Map(rows.map((row) => [row.digest, row]));
}
