import type { Types } from 'mongoose';
import { governingClock } from '#server/deadlines/index.ts';
import type { GoverningTerm } from '#shared/domain/executors.ts';
import { type Case, CaseModel, type Executor } from './case.model.ts';
import { allRegimes, regimeOf } from './regime.ts';

/** A case that waits for its executors, as far as whoever reminds them has to know it. */
export interface CaseInHand {
  _id: Types.ObjectId;
  number: string;
  categoryCode: string;
  dueOn: string;
  executors: Executor[];
  term: GoverningTerm;
  /** The same through moves of dates and new resolutions; another one once the term was prolonged or began anew. */
  termKey: string;
}
type Stored = Pick<Case, '_id' | 'number' | 'categoryCode' | 'dueOn' | 'executors' | 'clocks' | 'regime' | 'status'>;
const FIELDS = 'number categoryCode dueOn executors clocks regime status';

const waitsIn = (regime: string): string[] =>
  regimeOf(regime).workflow.flatMap(({ from, permission }) => (permission === 'case.work' ? [from] : []));
/** Whether a case waits for its executors: there is something that they alone can do with it. */
const isInHand = ({ regime, status, executors, dueOn }: Omit<Stored, 'clocks'>): boolean =>
  dueOn !== null && executors.length > 0 && waitsIn(regime).includes(status);

/** Whether executors work on a case, or what they wrote waits for a signature. */
export const isHandled = ({ regime, status, executors, dueOn }: Omit<Stored, 'clocks'>): boolean =>
  dueOn !== null &&
  executors.length > 0 &&
  regimeOf(regime).workflow.some(
    ({ from, permission }) => from === status && (permission === 'case.work' || permission === 'case.sign'),
  );

function inHand(found: Stored): CaseInHand | null {
  const { _id, number, categoryCode, dueOn, executors, clocks } = found;
  const clock = governingClock(clocks);
  if (!dueOn || !clock || !isInHand(found)) return null;
  const { dueInternal, extendedFrom, startedOn } = clock;
  const termKey = extendedFrom ? `${startedOn} prolonged` : startedOn;
  return { _id, number, categoryCode, dueOn, executors, term: { dueInternal, extendedFrom }, termKey };
}
/** Every case that waits for its executors, those of the soonest date of law first. */
export async function* casesInHand(): AsyncGenerator<CaseInHand> {
  const status = { $in: [...new Set(allRegimes().flatMap(({ name }) => waitsIn(name)))] };
  const found = CaseModel.find({ status, dueOn: { $ne: null } })
    .select(FIELDS)
    .sort({ dueOn: 1, _id: 1 })
    .lean<Stored[]>()
    .cursor();
  for await (const one of found as AsyncIterable<Stored>) {
    const held = inHand(one);
    if (held) yield held;
  }
}
/** Of these cases, those that still wait for their executors, by id. */
export async function stillInHand(ids: readonly Types.ObjectId[]): Promise<ReadonlyMap<string, CaseInHand>> {
  const found = await CaseModel.find({ _id: { $in: [...ids] } })
    .select(FIELDS)
    .lean<Stored[]>();
  return new Map(found.flatMap((one) => inHand(one) ?? []).map((one) => [String(one._id), one]));
}
