import { randomUUID } from 'node:crypto';
import mongoose, { Types } from 'mongoose';
import { movePetition, submitPetition, writePetition, writeProof } from '#server/petitions/index.ts';
import { type Petition, PetitionModel } from '#server/petitions/petition.model.ts';
import { SignatureModel } from '#server/petitions/signature.model.ts';
import { database } from '#server/platform/database.ts';
import { aPetition } from '../../support/petitions.ts';
import { CLERK } from '../../support/site.ts';
import type { Load } from '../load/load.ts';

/** Where the job writes, ours and the rivals'. */
const WRITTEN = ['petitions', 'petition_signatures', 'petition_windows', 'petition_removals'] as const;
const RIVALS = ['naive_petitions', 'naive_signatures', 'bench_floor'] as const;
/** Nobody reaches it, so that no round is another than the others. */
const OUT_OF_REACH = 100_000_000;

/** Petitions under which the bench signs: the hot one, and others just like it. */
export interface Petitions {
  hot: Petition;
  spread: readonly Petition[];
}
/** Publishes one petition and puts so many beside it. */
export async function petitionsBeside(count: number): Promise<Petitions> {
  const written = await writePetition(aPetition());
  const { _id, version } = await submitPetition(String(written._id));
  await movePetition(CLERK, { petitionId: String(_id), verb: 'publish', expectedVersion: version });
  await PetitionModel.updateOne({ _id }, { $set: { threshold: OUT_OF_REACH } });
  const hot = await PetitionModel.findById(_id).lean<Petition>();
  if (!hot) throw new Error('the petition is gone');
  const spread = Array.from({ length: count }, (_, i) => ({
    ...hot,
    _id: new Types.ObjectId(),
    number: 1_000_000 + i,
  }));
  await PetitionModel.insertMany(spread, { lean: true });
  return { hot, spread };
}
/** Empties the rival's collections; the floor's has no index but its own. */
export async function naiveRoom(): Promise<string> {
  for (const name of RIVALS) await database().dropCollection(name);
  for (const name of RIVALS) await database().createCollection(name);
  await database().collection('naive_signatures').createIndex({ petitionId: 1, phone: 1 }, { unique: true });
  const { insertedId } = await database().collection('naive_petitions').insertOne({ title: 'Петиція', signatures: 0 });
  return String(insertedId);
}
const NAMES = { lastName: 'Коваленко', firstName: 'Олександр', patronymic: 'Іванович' };
/** Signings of these petitions in turn, each by a person who has just proved their number and signs nothing else. */
export function signing(petitions: readonly Petition[], count: number): Pick<Load, 'paths' | 'bodies'> {
  const numbers = petitions.map(({ number }) => number ?? 0);
  return {
    paths: numbers.map((number) => `/api/v1/petitions/${number}/signatures`),
    bodies: Array.from({ length: count }, (_, nth) => {
      const proof = writeProof(numbers[nth % numbers.length] ?? 0, {
        method: 'eid',
        keys: [randomUUID(), randomUUID()],
        range: null,
      });
      return JSON.stringify({ ...NAMES, isEntitled: true, proof });
    }),
  };
}
/** What the rival is sent: it believes any number. */
export const NAIVE_BODY = JSON.stringify({ ...NAMES, phone: '+3806#N#' });
/** A signature as bytes: what the floor inserts is of its size. */
export async function aSignature(): Promise<Uint8Array> {
  const found = await SignatureModel.collection.findOne({});
  if (!found) throw new Error('nobody has signed yet');
  return mongoose.mongo.BSON.serialize(found);
}
/** Signatures of a petition in the store. */
export const recounted = ({ _id: petitionId }: Petition): Promise<number> =>
  SignatureModel.countDocuments({ petitionId });

/** Takes away all that the job wrote. */
export async function clearSigned(since: Types.ObjectId): Promise<void> {
  for (const name of WRITTEN)
    await database()
      .collection(name)
      .deleteMany({ _id: { $gte: since } });
  for (const name of RIVALS) await database().dropCollection(name);
}
