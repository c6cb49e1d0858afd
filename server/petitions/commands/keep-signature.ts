import { isDuplicate } from '#server/platform/database.ts';
import { groupCommit } from '#server/platform/group-commit.ts';
import { type PetitionSignature, SignatureModel } from '../signature.model.ts';

/** One write that the server refused, by its place among those of the command. */
interface Refused {
  index: number;
  code: number;
}
const refusedIn = (cause: unknown): readonly Refused[] | null => {
  const { writeErrors } = cause as { writeErrors?: Refused | Refused[] };
  return writeErrors === undefined ? null : [writeErrors].flat();
};
/** Whether it is kept, by this try or an earlier one of which only the answer was lost. */
const isKept = async ({ _id }: PetitionSignature): Promise<boolean> => (await SignatureModel.exists({ _id })) !== null;

/**
 * Keeps signatures; those that arrive together go in one command. False for a person who has signed this petition already, by
 * whatever key. Each is a document of its own, so no transaction is needed: one that is refused holds up no other.
 */
export const keepSignature: (signature: PetitionSignature) => Promise<boolean> = groupCommit(
  async (signatures) => {
    let refused: readonly Refused[] = [];
    try {
      // Past Mongoose, which would look at each field again: the rows are made whole by the command.
      await SignatureModel.collection.insertMany([...signatures], { ordered: false, writeConcern: { w: 'majority' } });
    } catch (cause) {
      refused = refusedIn(cause) ?? [];
      if (refused.length === 0 || !refused.every(isDuplicate)) throw cause;
    }
    const isRefused = new Set(refused.map(({ index }) => index));
    return Promise.all(signatures.map((signature, i) => !isRefused.has(i) || isKept(signature)));
  },
  { most: 500 },
);
