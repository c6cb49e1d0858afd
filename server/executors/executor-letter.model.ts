import { model, Schema, type Types } from 'mongoose';
import type { ListPart, Step } from '#shared/domain/executors.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';

/** What a letter to a member of staff is: their department's list of the morning, their subordinates' dates, or the sheet of the week. */
export const LETTER_KINDS = ['list', 'superior', 'sheet'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
/** A line of it: a case in an executor's hands, by what date, and why it is told. Nothing of people stands here. */
export interface LetterLine {
  caseId: Types.ObjectId;
  number: string;
  categoryCode: string;
  departmentId: Types.ObjectId;
  /** By the executor's date. */
  date: LegalDate;
  why: ListPart | Step;
}
/** That somebody is told of something on a day: one of a kind for a person and a day, so that nobody is told twice. */
export interface ExecutorLetter {
  _id: Types.ObjectId;
  staffId: Types.ObjectId;
  kind: LetterKind;
  on: LegalDate;
  at: Date;
  /** The first lines of each part; all of them in a letter to a superior, none in a sheet. */
  lines: LetterLine[];
  /** How many cases each part has in all. */
  counts: Partial<Record<LetterLine['why'], number>>;
}
/** That a superior was told of an executor's step; told once for a term, whatever becomes of the dates in it. */
export interface ExecutorStep {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  departmentId: Types.ObjectId;
  step: Step;
  termKey: string;
  staffId: Types.ObjectId;
  on: LegalDate;
  at: Date;
}
/** The round of a working day: when it began, and when everybody had been told. */
export interface ExecutorRound {
  _id: LegalDate;
  at: Date;
  doneAt: Date | null;
}
const { ObjectId } = Schema.Types;
const id = { type: ObjectId, required: true } as const;
const words = { type: String, required: true } as const;
const moment = { type: Date, required: true } as const;
const options = { autoIndex: false, versionKey: false, strict: 'throw', minimize: false } as const;
const line = new Schema<LetterLine>(
  { caseId: id, number: words, categoryCode: words, departmentId: id, date: words, why: words },
  { _id: false },
);

export const ExecutorLetterModel = model(
  'ExecutorLetter',
  new Schema<ExecutorLetter>(
    {
      staffId: id,
      kind: { type: String, enum: [...LETTER_KINDS], required: true },
      on: words,
      at: moment,
      lines: [line],
      counts: { type: Schema.Types.Mixed, default: {} },
    },
    options,
  ),
  'executor_letters',
);
export const ExecutorStepModel = model(
  'ExecutorStep',
  new Schema<ExecutorStep>(
    { caseId: id, departmentId: id, step: words, termKey: words, staffId: id, on: words, at: moment },
    options,
  ),
  'executor_steps',
);
export const ExecutorRoundModel = model(
  'ExecutorRound',
  new Schema<ExecutorRound>({ _id: words, at: moment, doneAt: { type: Date, default: null } }, options),
  'executor_rounds',
);
