import { model, Schema, type Types } from 'mongoose';
import type { CallOutcome } from '#shared/domain/postal.ts';

/** An answer that one person is to hear by telephone. Neither the number nor the words lie here. */
export interface CallRow {
  _id: Types.ObjectId;
  /** The outbox row that called for it. */
  eventId: Types.ObjectId;
  personId: Types.ObjectId;
  caseId: Types.ObjectId;
  number: string;
  districtCode: string | null;
  answerId: Types.ObjectId;
  /** Given by word of mouth: no letter follows. */
  isOral: boolean;
  state: 'open' | Exclude<CallOutcome, 'no_answer'>;
  /** Every call that was made, oldest first. */
  tries: { at: Date; byId: string; outcome: CallOutcome }[];
  /** When to ring; of one that is over when it was last to be rung. */
  nextAt: Date;
}
const words = { type: String, required: true } as const;
const anId = { type: Schema.Types.ObjectId, required: true } as const;
const at = { type: Date, required: true } as const;

/** The calls; their indexes are made by the migrations. */
export const CallModel = model(
  'Call',
  new Schema<CallRow>(
    {
      eventId: anId,
      personId: anId,
      caseId: anId,
      number: words,
      districtCode: { type: String, default: null },
      answerId: anId,
      isOral: { type: Boolean, required: true },
      state: words,
      tries: [
        new Schema<CallRow['tries'][number]>({ at, byId: words, outcome: words }, { _id: false, strict: 'throw' }),
      ],
      nextAt: at,
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'calls',
);
