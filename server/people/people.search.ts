import type { Types } from 'mongoose';
import { lookupHash } from '#server/platform/secrets.ts';
import { mailboxKey, wireAddress } from '#shared/domain/email.ts';
import { peopleWithContacts } from './people.queries.ts';
import { type Person, PersonModel } from './person.model.ts';

/** So many people of one name are looked at. */
const MOST = 500;
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** As names stand in the register: a capital, then as it was typed. */
const asName = (word: string): string => word.charAt(0).toLocaleUpperCase('uk') + word.slice(1);

/** People whose surname begins so; of several words the second begins the first name. */
export async function peopleNamed(said: string): Promise<Types.ObjectId[]> {
  const [last = '', first] = said.trim().split(/\s+/).map(asName).map(literally);
  const found = await PersonModel.find({
    lastName: { $regex: `^${last}` },
    ...(first && { firstName: { $regex: `^${first}` } }),
  })
    .sort({ _id: -1 })
    .limit(MOST)
    .select('_id')
    .lean<Pick<Person, '_id'>[]>();
  return found.map(({ _id }) => _id);
}
/** People who left this number, E.164, or this address. */
export const peopleReachedBy = (by: 'phone' | 'email', said: string): Promise<Types.ObjectId[]> =>
  peopleWithContacts(
    by === 'phone' ? { phoneHashes: [lookupHash(said)] } : { emailHashes: [lookupHash(mailboxKey(wireAddress(said)))] },
  );
