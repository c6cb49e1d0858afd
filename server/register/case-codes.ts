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

const BLOCK = 100;
/** The numbers that this process may give out, with the database and year that they were taken from. */
let block = { source: '', next: 1, last: 0 };
const sourceOf = (year: number): string => `${CounterModel.db.name} ${year}`;
let refill: Promise<void> | null = null;
async function takeBlock(year: number): Promise<void> {
  const options = { upsert: true, returnDocument: 'after' } as const;
  const { last } = await CounterModel.findByIdAndUpdate(`case-number-${year}`, { $inc: { last: BLOCK } }, options);
  block = { source: sourceOf(year), next: last - BLOCK + 1, last };
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

/** The next number of a series that may have no gaps: counted inside the transaction that uses it. */
async function nextInSeries(tx: Transaction, series: string): Promise<number> {
  const options = { upsert: true, returnDocument: 'after', session: tx.session } as const;
  return (await CounterModel.findByIdAndUpdate(series, { $inc: { last: 1 } }, options)).last;
}
/** The registration index (CMU 348): the surname's first letter and the next number of its series this year. */
export async function takeRegistrationIndex(
  tx: Transaction,
  lastName: string,
): Promise<NonNullable<Case['registrationIndex']>> {
  const year = yearOf(tx.at);
  const series = ([...lastName][0] ?? '').toLocaleUpperCase('uk');
  return { year, series, seq: await nextInSeries(tx, `registration-${year}-${series}`) };
}
/** An index as papers show it: `К-17`. */
export const indexText = (index: Case['registrationIndex']): string | null => index && `${index.series}-${index.seq}`;
/** The outgoing number of a signed letter, given at signing: `12/01-вих`, gap-free within the year. */
export const takeOutgoingNumber = async (tx: Transaction): Promise<string> => {
  const year = yearOf(tx.at);
  return `${await nextInSeries(tx, `outgoing-${year}`)}/${year}-вих`;
};

/** The ten characters that open one case; derived, never stored, and void once `accessVersion` is raised. */
export const accessCodeOf = ({
  _id,
  accessVersion,
  accessKeyId,
}: Pick<Case, '_id' | 'accessVersion' | 'accessKeyId'>): string =>
  crockford(macOf('access-code', accessKeyId, `${_id}.${accessVersion}`), 10);
