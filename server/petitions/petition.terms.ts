import { termsOf } from '#server/deadlines/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { petitionEvent } from './petition.history.ts';
import { type Petition, PetitionModel } from './petition.model.ts';

type Counted = Pick<Petition, '_id' | 'number' | 'clocks' | 'settingsVersion'>;
/** A review that a hearing prolonged ends on the day that was set for it, whatever the calendar says. */
const RUNS = { clocks: { $elemMatch: { metOn: null, extendedFrom: null } } };

/** The terms of petitions, as far as they follow the calendar: those in working days do, the collection does not. */
export const petitionTerms = termsOf({
  fitting: (filter) =>
    PetitionModel.find({ $and: [filter, RUNS] })
      .select('number clocks settingsVersion')
      .sort({ number: 1 })
      .lean<Counted[]>()
      .cursor() as AsyncIterable<Counted>,
  name: ({ _id, number }) => ({ kind: 'petition', id: String(_id), number: String(number), index: null }),
  again: (id, session) =>
    PetitionModel.findOne({ _id: id, ...RUNS })
      .session(session)
      .lean<Petition>(),
  async keep(tx, moved, actorId) {
    const { _id, clocks, dueOn, status } = moved;
    await PetitionModel.updateOne({ _id }, { $set: { clocks, dueOn } }, { session: tx.session });
    await recordEvent(
      tx,
      petitionEvent(moved, { event: 'petition.dates-moved', from: status, to: status }, { actorId }),
    );
  },
});
