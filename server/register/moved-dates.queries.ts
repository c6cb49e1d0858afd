import type { Types } from 'mongoose';
import { type CalendarTurn, type Clock, governingClock, recountClocks } from '#server/deadlines/index.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { type Case, CaseModel } from './case.model.ts';

/** A case whose clocks another calendar moves, and its dates before and after: by law, and for the executors. */
interface MovedCase {
  _id: Types.ObjectId;
  number: string;
  registrationIndex: Case['registrationIndex'];
  before: { legal: LegalDate; internal: LegalDate };
  after: { legal: LegalDate; internal: LegalDate };
}
type Counted = Pick<Case, '_id' | 'number' | 'registrationIndex' | 'clocks' | 'settingsVersion'>;

const standing = (clocks: readonly Clock[]): MovedCase['before'] => {
  const { dueLegal: legal = '', dueInternal: internal = legal } = governingClock(clocks) ?? {};
  return { legal, internal };
};
/** Open cases that have a term over the dates on which two calendars differ and that moves by it, by their numbers. */
export async function* casesMovedBy(turn: CalendarTurn): AsyncGenerator<MovedCase> {
  const running = { metOn: null, startedOn: { $lte: turn.last }, dueLegal: { $gte: turn.first } };
  const found = CaseModel.find({ dueOn: { $ne: null }, clocks: { $elemMatch: running } })
    .select('number registrationIndex clocks settingsVersion')
    .sort({ number: 1 })
    .lean<Counted[]>()
    .cursor();
  for await (const { _id, number, registrationIndex, clocks, settingsVersion } of found as AsyncIterable<Counted>) {
    const recounted = recountClocks(clocks, settingsVersion, turn);
    if (recounted) yield { _id, number, registrationIndex, before: standing(clocks), after: standing(recounted) };
  }
}
