import type { ClientSession, PipelineStage, Types } from 'mongoose';
import { groupCommit } from '#server/platform/group-commit.ts';
import { insertRows } from '#server/platform/insert-rows.ts';
import { lookupHash, openContact, sealContact } from '#server/platform/secrets.ts';
import type { Benefit } from '#shared/domain/appeal.ts';
import { mailboxKey } from '#shared/domain/email.ts';
import { type StatedBenefit, StatedBenefitModel } from './benefit.model.ts';
import { type Person, PersonModel } from './person.model.ts';
import { homeHashOf } from './person.ts';

/** The people of these ids. */
export const peopleOf = (ids: readonly Types.ObjectId[]): Promise<Person[]> =>
  PersonModel.find({ _id: { $in: [...ids] } })
    .lean<Person[]>()
    .exec();

/** The number to which a person's texts go, E.164; null where they left none or are gone. */
export const phoneOf = groupCommit<string, string | null>(async (personIds) => {
  const found = await PersonModel.find({ _id: { $in: personIds } })
    .select('phone')
    .lean<Pick<Person, '_id' | 'phone'>[]>();
  const phones = new Map(found.map(({ _id, phone }) => [String(_id), phone]));
  return personIds.map((id) => {
    const phone = phones.get(id);
    return phone ? openContact(phone, id) : null;
  });
});
/** The address to which a person's letters go; null where they left none or are gone. */
export async function emailOf(personId: string): Promise<string | null> {
  const person = await PersonModel.findById(personId).select('email').lean<Pick<Person, '_id' | 'email'>>();
  return person?.email ? openContact(person.email, personId) : null;
}
const DAY_MS = 86_400_000;
/** So many people a day may be left with one address that nobody has proved. */
const MOST_UNPROVED = 5;
/** How many were left with an address within a day before one of these people, up to the most that matters. */
const LEFT_BEFORE: PipelineStage.Lookup = {
  $lookup: {
    from: PersonModel.collection.name,
    localField: 'emailHash',
    foreignField: 'emailHash',
    let: { id: '$_id', at: '$createdAt' },
    pipeline: [
      {
        $match: {
          $expr: {
            $or: [
              {
                $and: [{ $gt: ['$createdAt', { $subtract: ['$$at', DAY_MS] }] }, { $lt: ['$createdAt', '$$at'] }],
              },
              { $and: [{ $eq: ['$createdAt', '$$at'] }, { $lt: ['$_id', '$$id'] }] },
            ],
          },
        },
      },
      { $limit: MOST_UNPROVED },
      { $project: { _id: 1 } },
    ],
    as: 'earlier',
  },
};
/**
 * Ids of those of these people to whose address letters may go. Anybody can write a stranger's address into a form, and twenty
 * times over; so beyond a few people a day it has to be proved first. Decided by what came before each person alone.
 */
export async function writableOf(people: readonly Person[]): Promise<ReadonlySet<string>> {
  const withEmail = people.filter(({ email }) => email !== null);
  const unproved = withEmail.filter(({ emailVerifiedAt }) => !emailVerifiedAt).map(({ _id }) => _id);
  const writable = new Set(withEmail.flatMap((one) => (one.emailVerifiedAt ? String(one._id) : [])));
  if (unproved.length === 0) return writable;
  const fewBefore = await PersonModel.aggregate<{ _id: Types.ObjectId }>([
    { $match: { _id: { $in: unproved } } },
    { $project: { emailHash: 1, createdAt: 1 } },
    LEFT_BEFORE,
    { $match: { [`earlier.${MOST_UNPROVED - 1}`]: { $exists: false } } },
    { $project: { _id: 1 } },
  ]);
  for (const { _id } of fewBefore) writable.add(String(_id));
  return writable;
}
/** Keyed hashes of what somebody proved to be theirs. */
export interface ProvedContacts {
  phoneHashes?: readonly string[];
  emailHashes?: readonly string[];
}
/** Everybody who left one of these phones or addresses, as ids. */
export const peopleWithContacts = async ({
  phoneHashes = [],
  emailHashes = [],
}: ProvedContacts): Promise<Types.ObjectId[]> => {
  const found = await PersonModel.find({
    $or: [{ phoneHash: { $in: [...phoneHashes] } }, { emailHash: { $in: [...emailHashes] } }],
  })
    .select('_id')
    .lean<Pick<Person, '_id'>[]>();
  return found.map(({ _id }) => _id);
};
/**
 * Everybody who may be one of these people: by a phone, an e-mail address, or the same name at the same home. A family shares
 * them, so nobody is said to be the same person.
 */
export const peopleAlike = async (people: readonly Person[]): Promise<Types.ObjectId[]> => {
  const homes = people.map(({ _id, residence, ...name }) =>
    homeHashOf({
      lastName: name.lastName,
      firstName: name.firstName,
      ...(residence && { residence: openContact(residence, String(_id)) }),
    }),
  );
  const found = await PersonModel.find({
    $or: [
      { phoneHash: { $in: people.flatMap(({ phoneHash }) => phoneHash ?? []) } },
      { emailHash: { $in: people.flatMap(({ emailHash }) => emailHash ?? []) } },
      { homeHash: { $in: homes.flatMap((hash) => hash ?? []) } },
    ],
  })
    .select('_id')
    .lean<Pick<Person, '_id'>[]>();
  return found.map(({ _id }) => _id);
};
/** Puts new people, and the benefits that some of them stated, into the register's transaction. */
export const keepPeople = async (
  { people, benefits }: { people: readonly Person[]; benefits: readonly StatedBenefit[] },
  session: ClientSession,
): Promise<void> => {
  await insertRows(PersonModel.collection.name, people, session);
  await insertRows(StatedBenefitModel.collection.name, benefits, session);
};
/** The benefit that a person stated, in the open, for those who handle the case; null for none. */
export async function benefitOf(personId: Types.ObjectId): Promise<Benefit | null> {
  const row = await StatedBenefitModel.findById(personId).lean<StatedBenefit>();
  return row ? (openContact(row.benefit, String(personId)) as Benefit) : null;
}
/** Notes that a code proved a phone: texts can go there now, whoever left it. Only rows that were not proved before change. */
export const verifyPhone = async (hashes: readonly string[], at: Date): Promise<void> => {
  const isTheirs = { phoneHash: { $in: [...hashes] }, phoneVerifiedAt: null };
  await PersonModel.updateMany(isTheirs, { $set: { phoneVerifiedAt: at } });
};
/** Notes that the addresses of these people were proved: whole answers can go there now. */
export const verifyEmails = async (ids: readonly Types.ObjectId[], at: Date): Promise<void> => {
  const isTheirs = { _id: { $in: [...ids] }, email: { $ne: null }, emailVerifiedAt: null };
  await PersonModel.updateMany(isTheirs, { $set: { emailVerifiedAt: at } });
};
/**
 * Puts a contact that its owner has just proved in the place of one that was mistyped; one that was proved stays as it is, and so
 * does everything of a person who left none of that kind.
 */
export const correctContact = async (
  personId: Types.ObjectId,
  { kind, value }: { kind: 'phone' | 'email'; value: string },
  at: Date,
): Promise<void> => {
  const sealed = sealContact(value, String(personId));
  if (kind === 'phone')
    await PersonModel.updateOne(
      { _id: personId, phone: { $ne: null }, phoneVerifiedAt: null },
      { $set: { phone: sealed, phoneHash: lookupHash(value), phoneVerifiedAt: at } },
    );
  else
    await PersonModel.updateOne(
      { _id: personId, email: { $ne: null }, emailVerifiedAt: null },
      { $set: { email: sealed, emailHash: lookupHash(mailboxKey(value)), emailVerifiedAt: at } },
    );
};
