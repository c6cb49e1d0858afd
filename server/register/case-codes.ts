import { model, Schema } from 'mongoose';
import { legalDateOf } from '#server/platform/clock.ts';
import { crockford, macOf } from '#server/platform/secrets.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import { caseNumber } from '#shared/domain/case-number.ts';
import type { Case } from './case.model.ts';

const CounterModel = model(
  'Counter',
  new Schema<{ _id: string; last: number }>({ _id: String, last: Number }, { autoIndex: false, versionKey: false }),
  'counters',
);
const yearOf = (at: Date): number => Number(legalDateOf(at).slice(0, 4));

/** The names under which numbers are counted. */
export const COUNTERS = {
  caseNumber: (year: number) => `case-number-${year}`,
  registration: (year: number, series: string) => `registration-${year}-${series}`,
  outgoing: (year: number) => `outgoing-${year}`,
} as const;
/** Takes so many numbers of a counter at once, outside any transaction; answers the first of them. */
export async function reserveNumbers(counter: string, count: number): Promise<number> {
  const options = { upsert: true, returnDocument: 'after' } as const;
  const { last } = await CounterModel.findByIdAndUpdate(counter, { $inc: { last: count } }, options);
  return last - count + 1;
}

const BLOCK = 100;
/** The numbers that this process may give out, with the database and year that they were taken from. */
let block = { source: '', next: 1, last: 0 };
const sourceOf = (year: number): string => `${CounterModel.db.name} ${year}`;
let refill: Promise<void> | null = null;
async function takeBlock(year: number): Promise<void> {
  const first = await reserveNumbers(COUNTERS.caseNumber(year), BLOCK);
  block = { source: sourceOf(year), next: first, last: first + BLOCK - 1 };
}
/** The next public number. Each process takes them in blocks, outside any transaction, so gaps are to be expected. */
export async function takeCaseNumber(at: Date): Promise<string> {
  const year = yearOf(at);
  while (block.source !== sourceOf(year) || block.next > block.last) {
    refill ??= takeBlock(year).finally(() => {
      refill = null;
    });
    await refill;
  }
  return caseNumber(year, block.next++);
}

/** So many public numbers of a year at once, for cases that were received in it and come in later. */
export async function takeCaseNumbers(year: number, count: number): Promise<string[]> {
  const first = await reserveNumbers(COUNTERS.caseNumber(year), count);
  return Array.from({ length: count }, (_, i) => caseNumber(year, first + i));
}

/** The next number of a series that may have no gaps: counted inside the transaction that uses it. */
export async function nextInSeries(tx: Transaction, series: string): Promise<number> {
  const options = { upsert: true, returnDocument: 'after', session: tx.session } as const;
  return (await CounterModel.findByIdAndUpdate(series, { $inc: { last: 1 } }, options)).last;
}
/** The series of one person's appeals: the first letter of the surname. */
export const initialOf = (lastName: string): string => ([...lastName][0] ?? '').toLocaleUpperCase('uk');
/** The registration index (CMU 348): the next number of its series this year. */
export async function takeRegistrationIndex(
  tx: Transaction,
  series: string,
): Promise<NonNullable<Case['registrationIndex']>> {
  const year = yearOf(tx.at);
  return { year, series, seq: await nextInSeries(tx, COUNTERS.registration(year, series)) };
}
/** An index as papers show it: `К-17`. */
export const indexText = (index: Case['registrationIndex']): string | null => index && `${index.series}-${index.seq}`;
/** The outgoing number of a letter as papers show it: `17/2026-вих`. */
export const outgoingText = (year: number, seq: number): string => `${seq}/${year}-вих`;
/** The outgoing number of a signed letter, given at signing, gap-free within the year. */
export const takeOutgoingNumber = async (tx: Transaction): Promise<string> => {
  const year = yearOf(tx.at);
  return outgoingText(year, await nextInSeries(tx, COUNTERS.outgoing(year)));
};

/** The ten characters that open one case; derived, never stored, and void once `accessVersion` is raised. */
export const accessCodeOf = ({
  _id,
  accessVersion,
  accessKeyId,
}: Pick<Case, '_id' | 'accessVersion' | 'accessKeyId'>): string =>
  crockford(macOf('access-code', accessKeyId, `${_id}.${accessVersion}`), 10);
/** The code of one who joined the case: opens what is public of it, and the answer. */
export const joinCodeOf = ({ _id, accessKeyId }: { _id: Case['_id']; accessKeyId: string }): string =>
  crockford(macOf('access-code', accessKeyId, `part ${_id}`), 10);
