import { now } from '#server/platform/clock.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { SYSTEM } from '../system-actor.ts';
import { movePetition } from './move-petition.ts';

/** Counts and terms are kept for three years from publication at the least (Law 393/96-ВР, art. 23-1); then the page says «archived». */
const KEPT_YEARS = 3;
/** For so long a petition waits for its author's code. */
const UNSENT_MS = 48 * 3_600_000;

/** Puts petitions away that are over and were published three years ago; answers how many. */
export async function archivePetitions(): Promise<number> {
  const before = now();
  before.setUTCFullYear(before.getUTCFullYear() - KEPT_YEARS);
  const old = await PetitionModel.find({
    status: { $in: ['answered', 'failed_to_appeal'] },
    publishedAt: { $lt: before },
  })
    .select('_id')
    .lean<Pick<Petition, '_id'>[]>();
  for (const { _id } of old) await movePetition(SYSTEM, { petitionId: String(_id), verb: 'archive' });
  return old.length;
}
/** Forgets petitions that their authors never sent, with all that was typed; answers how many. */
export async function dropUnsentPetitions(): Promise<number> {
  const before = new Date(now().getTime() - UNSENT_MS);
  const { deletedCount } = await PetitionModel.deleteMany({ status: 'unconfirmed', createdAt: { $lt: before } });
  return deletedCount;
}
