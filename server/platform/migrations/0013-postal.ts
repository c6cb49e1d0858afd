import type { mongo } from 'mongoose';
import type { Migration } from './migration.ts';

const [FATES, FAILED] = [
  ['accepted', 'sent', 'delivered', 'undelivered', 'failed', 'unknown'],
  ['undelivered', 'failed', 'unknown'],
];
/** Cases whose applicant was asked to prove a phone for texts, or an address, and has not. */
const UNPROVED: mongo.BSON.Document[] = [
  { $match: { role: 'applicant' } },
  { $lookup: { from: 'people', localField: 'personId', foreignField: '_id', as: 'person' } },
  { $unwind: '$person' },
  {
    $set: {
      byText: {
        $and: [
          { $ne: [{ $ifNull: ['$person.phone', null] }, null] },
          { $in: ['sms', '$consents.purpose'] },
          { $eq: [{ $ifNull: ['$smsOffAt', null] }, null] },
          { $eq: [{ $ifNull: ['$detachedAt', null] }, null] },
        ],
      },
    },
  },
  {
    $match: {
      $or: [
        { byText: true, 'person.phoneVerifiedAt': null },
        { byText: false, 'person.email': { $ne: null }, 'person.emailVerifiedAt': null },
      ],
    },
  },
  { $project: { _id: '$caseId', marks: ['contact_unproved'] } },
  { $merge: { into: 'cases', whenMatched: 'merge', whenNotMatched: 'discard' } },
];
/** Cases whose last text to their applicant did not arrive. */
const TEXT_FAILED: mongo.BSON.Document[] = [
  { $match: { 'subject.kind': 'case', channel: 'sms', state: { $in: FATES } } },
  { $sort: { _id: 1 } },
  { $group: { _id: { caseId: '$subject.id', personId: '$recipient.id' }, state: { $last: '$state' } } },
  { $match: { state: { $in: FAILED } } },
  { $set: { caseId: { $toObjectId: '$_id.caseId' }, personId: { $toObjectId: '$_id.personId' } } },
  {
    $lookup: {
      from: 'case_participants',
      let: { personId: '$personId' },
      localField: 'caseId',
      foreignField: 'caseId',
      pipeline: [{ $match: { role: 'applicant', $expr: { $eq: ['$personId', '$$personId'] } } }],
      as: 'part',
    },
  },
  { $match: { 'part.0': { $exists: true } } },
  { $project: { _id: '$caseId' } },
  {
    $merge: {
      into: 'cases',
      whenMatched: [{ $set: { marks: { $setUnion: [{ $ifNull: ['$marks', []] }, ['text_failed']] } } }],
      whenNotMatched: 'discard',
    },
  },
];

/** What is sent by post and said by phone, and the marks by which cases that nobody can reach are found. */
export const postal: Migration = {
  id: '0013-postal',
  async up(db) {
    await db
      .collection('deliveries')
      .createIndexes([{ key: { isFateNew: 1 }, name: 'news', partialFilterExpression: { isFateNew: true } }]);
    await db.collection('postal_items').createIndexes([
      { key: { eventId: 1, personId: 1 }, name: 'once', unique: true },
      { key: { state: 1, _id: 1 }, name: 'list' },
      { key: { caseId: 1 }, name: 'case' },
    ]);
    await db.collection('postal_registries').createIndexes([
      { key: { year: 1, seq: 1 }, name: 'number', unique: true },
      // No item is ever in two registries, whoever makes them.
      { key: { 'items.itemId': 1 }, name: 'item', unique: true },
    ]);
    await db.collection('calls').createIndexes([
      { key: { eventId: 1, personId: 1 }, name: 'once', unique: true },
      { key: { state: 1, nextAt: 1, _id: 1 }, name: 'list' },
      { key: { caseId: 1 }, name: 'case' },
    ]);
    const roles = db.collection<{ _id: string; permissions: string[] }>('roles');
    await roles.updateMany({ permissions: 'case.register' }, { $addToSet: { permissions: 'answer.deliver' } });
    // The marks of those that were there before; cases without any come last, so that one that died here begins anew.
    const cases = db.collection('cases');
    if (!(await cases.findOne({ marks: { $exists: false } }))) return;
    await db.collection('case_participants').aggregate(UNPROVED, { allowDiskUse: true }).toArray();
    await db.collection('deliveries').aggregate(TEXT_FAILED, { allowDiskUse: true }).toArray();
    await cases.updateMany({ marks: { $exists: false } }, { $set: { marks: [] } });
  },
};
