import type { ClientSession } from 'mongoose';
import { lookupHashes, openContact } from '#server/platform/secrets.ts';
import { type Person, PersonModel } from './person.model.ts';

/** The people of these ids. */
export const peopleOf = (ids: readonly unknown[]): Promise<Person[]> =>
  PersonModel.find({ _id: { $in: ids } }).lean<Person[]>().exec();

/** The number to which a person's texts go, E.164; null where they left none or are gone. */
export async function phoneOf(personId: string): Promise<string | null> {
  const person = await PersonModel.findById(personId).select('phone').lean<Pick<Person, '_id' | 'phone'>>();
  return person?.phone ? openContact(person.phone, personId) : null;
}
/** Everybody who left this number, as ids, whatever the key of their row. */
export const peopleWithPhone = async (e164: string): Promise<string[]> => {
  const found = await PersonModel.find({ phoneHash: { $in: lookupHashes(e164) } }).select('_id').lean();
  return found.map(({ _id }) => String(_id));
};
/** Puts new people into the register's transaction. */
export const keepPeople = async (people: readonly Person[], session: ClientSession): Promise<void> => {
  await PersonModel.insertMany(people, { session, lean: true });
};
/** Notes that a code proved the phone: it can get texts now. Only rows that were not proved before change. */
export const verifyPhone = async (e164: string, at: Date): Promise<void> => {
  await PersonModel.updateMany(
    { phoneHash: { $in: lookupHashes(e164) }, phoneVerifiedAt: null },
    { $set: { phoneVerifiedAt: at } },
  );
};
