import { model, Schema } from 'mongoose';
import type { Subject } from '#server/platform/outbox.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';

/** Where a subject's chain stood in the first night after it had changed. Insert-only. */
export interface HistoryLeaf {
  subject: Subject;
  seq: number;
  mac: string;
  night: LegalDate;
}
/** What vouches for all history up to a night: a hash over that night's leaves and the root before it. Insert-only. */
export interface HistoryRoot {
  /** The date in whose first hours it was made. */
  _id: LegalDate;
  madeAt: Date;
  /** Subjects that are covered by now, and those that this night added or took further. */
  subjects: number;
  changed: number;
  hash: string;
  prev: string | null;
  keyId: string;
  mac: string;
}
const required = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const options = { autoIndex: false, versionKey: false, strict: 'throw' } as const;

export const LeafModel = model(
  'HistoryLeaf',
  new Schema<HistoryLeaf>(
    {
      subject: new Schema({ kind: required, id: required }, { _id: false }),
      seq: number,
      mac: required,
      night: required,
    },
    options,
  ),
  'history_leaves',
);
export const RootModel = model(
  'HistoryRoot',
  new Schema<HistoryRoot>(
    {
      _id: required,
      madeAt: { type: Date, required: true },
      subjects: number,
      changed: number,
      hash: required,
      prev: { type: String, default: null },
      keyId: required,
      mac: required,
    },
    options,
  ),
  'history_roots',
);
/** All roots, oldest first. */
export const allRoots = (): Promise<HistoryRoot[]> => RootModel.find().sort({ _id: 1 }).lean<HistoryRoot[]>().exec();
