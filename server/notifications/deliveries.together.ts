import { type mongo, Types, type UpdateQuery } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { groupCommit } from '#server/platform/group-commit.ts';
import { underWay } from './deliveries.follow-ups.ts';
import { type Delivery, DeliveryModel, moveTo, unsettled, waiting } from './delivery.model.ts';

/** A large fan-out sends hundreds of messages a second: what comes while one question is on its way goes together with the next. */
const MOST = { most: 250 } as const;
/** Nobody waits for the note that a message was taken: the provider is asked where its writer dies before. */
const NOTED_MS = 40;
/** The rows without the model's casting, which took a millisecond of each message. */
const rows = (): mongo.Collection<Delivery> => DeliveryModel.collection as unknown as mongo.Collection<Delivery>;

/** The row of a delivery; null where there is none. */
export const deliveryRow = groupCommit<string, Delivery | null>(async (ids) => {
  const rows = await DeliveryModel.find({ _id: { $in: ids } }).lean<Delivery[]>();
  const byId = new Map(rows.map((row) => [String(row._id), row]));
  return ids.map((id) => byId.get(id) ?? null);
}, MOST);

/** A row that one attempt wishes to have, as it was when it was read, and what it sets. */
export interface Claim {
  row: Pick<Delivery, '_id' | 'attempts'>;
  /** Whose attempt it is; where the answer to a claim was lost, it is known by this. */
  claimId: Types.ObjectId;
  set: UpdateQuery<Delivery>['$set'];
}
/** Takes waiting rows for one attempt each; false where another one was first. */
const claimTogether = groupCommit<Claim, boolean>(async (claims) => {
  const { matchedCount } = await rows().bulkWrite(
    claims.map(({ row: { _id, attempts }, claimId, set }) => ({
      updateOne: {
        filter: { _id, state: waiting, attempts },
        update: moveTo({ state: 'sending', cause: 'attempt' }, { ...set, claimId }),
      },
    })),
    { ordered: false },
  );
  if (matchedCount === claims.length) return claims.map(() => true);
  const ours = {
    _id: { $in: claims.map(({ row }) => row._id) },
    claimId: { $in: claims.map(({ claimId }) => claimId) },
  };
  const won = await DeliveryModel.find(ours).select('claimId').lean<Pick<Delivery, 'claimId'>[]>();
  const ids = new Set(won.map(({ claimId }) => String(claimId)));
  return claims.map(({ claimId }) => ids.has(String(claimId)));
}, MOST);
/** Takes a waiting row for one attempt; false where another one was first. */
export const claimDelivery = (row: Claim['row'], set: Claim['set']): Promise<boolean> =>
  claimTogether({ row, claimId: new Types.ObjectId(), set });

/** Notes that the provider took these under its ids; a move is let be where the row has moved on. Throws a duplicate where an id is another's. */
export const acceptDelivery = groupCommit<{ _id: string; providerId: string }, undefined>(
  async (accepted) => {
    await rows().bulkWrite(
      accepted.map(({ _id, providerId }) => ({
        updateOne: {
          filter: { _id: new Types.ObjectId(_id), state: unsettled },
          update: moveTo({ state: 'accepted', cause: 'provider' }, { providerId, ...underWay(now()) }),
        },
      })),
      { ordered: false },
    );
    return accepted.map(() => undefined);
  },
  { ...MOST, gatherMs: NOTED_MS },
);
