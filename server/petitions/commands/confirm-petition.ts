import { checkCode } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { decidePetitionMove } from '../petition.move.ts';
import { nextPetitionNumber } from '../petition.numbers.ts';
import { petitionById } from '../petitions.queries.ts';
import { movePetitionIn } from './move-petition.ts';

/** Whoever proved the address that was left with a petition. */
const authorOf = ({ _id, initiator }: Petition): Actor => ({
  kind: 'resident',
  id: String(_id),
  permissions: new Set(),
  emailHashes: [initiator.emailHash],
  caseIds: new Set(),
  knownCaseIds: new Set(),
  joinedCaseIds: new Set(),
});
const CONFIRM = { verb: 'confirm' } as const;
async function written(petitionId: string): Promise<Petition> {
  const found = await petitionById(petitionId);
  if (!found) throw new Problem('not-found');
  decidePetitionMove(authorOf(found), found, CONFIRM);
  return found;
}

/**
 * Sends a petition whose author is known: it gets its number, and the two working days of the check begin (Law 393/96-ВР,
 * art. 23-1). Refusals: 404, 409 `move.refused` where it was sent already.
 */
export const submitPetition = (petitionId: string): Promise<Petition> =>
  transaction(async (tx) => {
    const found = await PetitionModel.findById(petitionId).session(tx.session).lean<Petition>();
    if (!found) throw new Problem('not-found');
    // the number goes back with the transaction where the move is refused
    const change = { number: await nextPetitionNumber(tx), submittedAt: tx.at, codeId: null, phoneCodeId: null };
    return movePetitionIn(tx, authorOf(found), found, CONFIRM, change);
  });
/** Notes that the author's phone is theirs; what is wrong with the code of its text is said of the field `phoneCode`. */
async function provePhone({ _id, phoneCodeId }: Petition, code: string): Promise<void> {
  try {
    await checkCode(phoneCodeId ?? String(_id), code);
  } catch (cause) {
    const { errors } = cause instanceof Problem ? cause.details : {};
    if (!(cause instanceof Problem) || !errors) throw cause;
    const named = errors.map((error) => ({ ...error, path: 'phoneCode' }));
    throw new Problem(cause.code, { ...cause.details, errors: named });
  }
  const proved = { 'initiator.phoneProvedAt': now(), phoneCodeId: null };
  await PetitionModel.updateOne({ _id, status: 'unconfirmed' }, { $set: proved });
}
/**
 * Sends a petition by the code from its author's letter; by that from the text, which they need not enter, the phone is proved first.
 * Refusals: as of `submitPetition`, before a code is spent, and those of `checkCode`.
 */
export async function confirmPetition(petitionId: string, code: string, phoneCode?: string): Promise<Petition> {
  const found = await written(petitionId);
  const { codeId } = found;
  if (phoneCode !== undefined) await provePhone(found, phoneCode);
  await checkCode(codeId ?? petitionId, code);
  return submitPetition(petitionId);
}
