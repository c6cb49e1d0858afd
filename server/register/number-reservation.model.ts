import { model, Schema, type Types } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { NumberState } from '#shared/domain/number-reservation.ts';

/** Register numbers that were kept for a journal on paper, and the act by which those that nobody took were closed. */
export interface NumberReservation {
  _id: Types.ObjectId;
  departmentId: Types.ObjectId;
  /** The first day of the journal. */
  on: LegalDate;
  reason: string;
  madeById: string;
  madeAt: Date;
  act: { at: Date; byId: string; reason: string; count: number } | null;
}
/** One number of a reservation, under itself as id: none is ever in two. */
export interface ReservedNumber {
  _id: string;
  reservationId: Types.ObjectId;
  /** The first day on which an appeal with this number can have come in. */
  on: LegalDate;
  state: NumberState;
  /** The case that has it. */
  caseId: Types.ObjectId | null;
  /** When it was taken or closed, and by whom. */
  at: Date | null;
  byId: string | null;
}
const words = { type: String, required: true } as const;
const moment = { type: Date, required: true } as const;
const { ObjectId } = Schema.Types;
const settings = { autoIndex: false, versionKey: false, strict: 'throw' } as const;

/** The reservations. */
export const NumberReservationModel = model(
  'NumberReservation',
  new Schema<NumberReservation>(
    {
      departmentId: { type: ObjectId, required: true },
      on: words,
      reason: words,
      madeById: words,
      madeAt: moment,
      act: {
        type: new Schema<NonNullable<NumberReservation['act']>>(
          { at: moment, byId: words, reason: words, count: { type: Number, required: true } },
          { _id: false, strict: 'throw' },
        ),
        default: null,
      },
    },
    settings,
  ),
  'number_reservations',
);
/** Their numbers; the index is made by the migrations. */
export const ReservedNumberModel = model(
  'ReservedNumber',
  new Schema<ReservedNumber>(
    {
      _id: String,
      reservationId: { type: ObjectId, required: true },
      on: words,
      state: words,
      caseId: { type: ObjectId, default: null },
      at: { type: Date, default: null },
      byId: { type: String, default: null },
    },
    settings,
  ),
  'reserved_numbers',
);
