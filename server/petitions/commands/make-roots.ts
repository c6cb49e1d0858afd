import { Types } from 'mongoose';
import { now, today } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { transaction } from '#server/platform/transaction.ts';
import { startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { PETITION_AUTHOR } from '../petition.audience.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { latestRoot, PetitionRootModel } from '../petition-root.model.ts';
import { type PetitionWindow, WindowModel } from '../signature.model.ts';
import { rootIn } from '../window.places.ts';

/** The last window that was closed before today in Kyiv; null where there is none. */
const lastBeforeToday = ({ _id: petitionId }: Petition): Promise<PetitionWindow | null> =>
  WindowModel.findOne({ petitionId, at: { $lt: startOfDay(today()) } })
    .sort({ at: -1, n: -1 })
    .select('size root tally')
    .lean<PetitionWindow>();
async function makeRoot(petition: Petition): Promise<boolean> {
  const [window, before] = [await lastBeforeToday(petition), await latestRoot(petition._id)];
  if (!window || petition.number === null || window.size <= (before?.size ?? 0)) return false;
  const { number } = petition;
  const root = {
    _id: new Types.ObjectId(),
    petitionId: petition._id,
    number,
    on: addCalendarDays(today(), -1),
    size: window.size,
    root: rootIn(window),
    tally: window.tally,
    madeAt: now(),
  };
  try {
    await transaction(async (tx) => {
      await PetitionRootModel.create([root], { session: tx.session, ordered: true });
      const facts = { number: String(number), on: root.on, size: root.size };
      await tx.record([
        {
          kind: 'petition.root-made',
          subject: { kind: PETITION_AUTHOR, id: String(petition._id) },
          actorId: null,
          facts,
        },
      ]);
    });
    return true;
  } catch (cause) {
    if (isDuplicate(cause)) return false; // another round was first
    throw cause;
  }
}
/** Makes yesterday's root of each petition whose list has grown since its last one; answers of how many. */
export async function makePetitionRoots(): Promise<number> {
  const signed = await PetitionModel.find({ windows: { $gt: 0 }, status: { $ne: 'archived' } }).lean<Petition[]>();
  let made = 0;
  for (const petition of signed) if (await makeRoot(petition)) made += 1;
  return made;
}
