import type { ClientSession, Types } from 'mongoose';
import { openContact } from '#server/platform/secrets.ts';
import { type Person, PersonModel } from './person.model.ts';

/** The people of these ids. */
export const peopleOf = (ids: readonly Types.ObjectId[]): Promise<Person[]> =>
  PersonModel.find({ _id: { $in: [...ids] } })
    .lean<Person[]>()
    .exec();

/** The number to which a person's texts go, E.164; null where they left none or are gone. */
export async function phoneOf(personId: string): Promise<string | null> {
  const person = await PersonModel.findById(personId).select('phone').lean<Pick<Person, '_id' | 'phone'>>();
  return person?.phone ? openContact(person.phone, personId) : null;
}
/** Everybody who left the number of these keyed hashes, as ids. */
export const peopleWithPhone = async (phoneHashes: readonly string[]): Promise<Types.ObjectId[]> => {
  const found = await PersonModel.find({ phoneHash: { $in: [...phoneHashes] } })
    .select('_id')
    .lean<Pick<Person, '_id'>[]>();
  return found.map(({ _id }) => _id);
};
/** Puts new people into the register's transaction. */
export const keepPeople = async (people: readonly Person[], session: ClientSession): Promise<void> => {
  await PersonModel.insertMany(people, { session, lean: true });
};
/** Notes that a code proved the phone: it can get texts now. Only rows that were not proved before change. */
export const verifyPhone = async (phoneHashes: readonly string[], at: Date): Promise<void> => {
  await PersonModel.updateMany(
    { phoneHash: { $in: [...phoneHashes] }, phoneVerifiedAt: null },
    { $set: { phoneVerifiedAt: at } },
  );
};
