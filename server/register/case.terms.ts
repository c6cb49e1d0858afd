import { termsOf } from '#server/deadlines/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { asideEvent } from './case.history.ts';
import { type Case, CaseModel } from './case.model.ts';
import { indexText } from './case-codes.ts';

type Counted = Pick<Case, '_id' | 'number' | 'registrationIndex' | 'clocks' | 'settingsVersion'>;

/** The terms of open cases, as far as they follow the calendar. */
export const caseTerms = termsOf({
  fitting: (filter) =>
    CaseModel.find(filter)
      .select('number registrationIndex clocks settingsVersion')
      .sort({ number: 1 })
      .lean<Counted[]>()
      .cursor() as AsyncIterable<Counted>,
  name: ({ _id, number, registrationIndex }) => ({
    kind: 'case',
    id: String(_id),
    number,
    index: indexText(registrationIndex),
  }),
  again: (id, session) =>
    CaseModel.findOne({ _id: id, dueOn: { $ne: null } })
      .session(session)
      .lean<Case>(),
  async keep(tx, moved, actorId) {
    const { _id, regime, clocks, dueOn } = moved;
    await CaseModel.updateOne({ _id, regime }, { $set: { clocks, dueOn } }, { session: tx.session });
    await recordEvent(tx, asideEvent(moved, 'dates-moved', { actorId, docDigest: null }));
  },
});
