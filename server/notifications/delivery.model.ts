import { model, type QueryFilter, Schema, type Types, type UpdateQuery } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import type { Subject } from '#server/platform/outbox.ts';
import {
  DELIVERY_CHANNELS,
  DELIVERY_STATES,
  type DeliveryChannel,
  type DeliveryState,
} from '#shared/domain/delivery.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { MoneyLine } from '#shared/domain/sms-money.ts';
import type { MailTemplate } from '#shared/texts/uk/mail.ts';
import type { SmsTemplate } from '#shared/texts/uk/sms.ts';
import type { Recipient } from './recipient.ts';

/** The key of a text or a letter. */
export type MessageTemplate = SmsTemplate | MailTemplate;
/** What fills the places of a message: no type here can hold a name, an address, a number to call, a code or a story. */
export interface MessageValues {
  /** The public number of a case. */
  number: string | null;
  /** A date of law, `YYYY-MM-DD`. */
  due: string | null;
  result: string | null;
  /** So many signatures a petition needs, in digits; absent in rows from before there were petitions. */
  threshold?: string | null;
  /** Seven characters of the short link. */
  link: string | null;
}
/** A change of state, when and why; causes are codes such as `receipt`, `twilio-21614` or `smtp-550`, never words of anybody. */
export interface DeliveryChange {
  state: DeliveryState;
  at: Date;
  cause: string;
}
/** What a text costs the city: which line pays, on which day in Kyiv, and whether it is a one-time code, which has a reserve. */
export interface DeliveryCost {
  line: MoneyLine;
  on: LegalDate;
  isCode: boolean;
  kopiykas: number;
}
/** One message to one recipient about one event. The address and the words are worked out when it is sent and never kept. */
export interface Delivery {
  _id: Types.ObjectId;
  /** The outbox row that called for it. */
  eventId: Types.ObjectId;
  subject: Subject;
  recipient: Pick<Recipient, 'kind' | 'id'>;
  template: MessageTemplate;
  /** The edition of a text's words, settled when it was planned; 0 or, in older rows, none for the built-in ones; null for a letter. */
  wording: number | null;
  channel: DeliveryChannel;
  /** 1, or more where an operator sent it again with a reason. */
  round: number;
  values: MessageValues;
  state: DeliveryState;
  changes: DeliveryChange[];
  /** Not sent before this: the morning, or the next attempt at a busy provider. */
  notBefore: Date;
  /** When the relay has to look at it next: to queue it, to queue it again, or to ask what became of it; null when all is done. */
  dueAt: Date | null;
  /** When the attempt began that may have sent it. */
  claimedAt: Date | null;
  /** Which attempt that was, so that of two at one moment each knows its own; null before the first. */
  claimId: Types.ObjectId | null;
  attempts: number;
  /** How often the provider answered that it knows nothing of it. */
  asked: number;
  providerId: string | null;
  /** Parts (segments) of a text that were sent and are paid for; null for a letter. */
  parts: number | null;
  /** What is paid for it, from the attempt on that may have sent it; null where it certainly left nobody, and for a letter. */
  cost: DeliveryCost | null;
  /** True while the provider keeps its number and words; they are deleted there once nothing more is to be heard. */
  isKept: boolean;
  /** True while whoever keeps what became of messages has yet to hear how this one fared. */
  isFateNew: boolean;
}

const required = { type: String, required: true } as const;
const optional = { type: String, default: null } as const;
const date = { type: Date, default: null } as const;
const state = { type: String, enum: DELIVERY_STATES, required: true } as const;
const inner = { _id: false, strict: 'throw' } as const;
const schema = new Schema<Delivery>(
  {
    eventId: { type: Schema.Types.ObjectId, required: true },
    subject: new Schema({ kind: required, id: required }, inner),
    recipient: new Schema({ kind: required, id: required }, inner),
    template: required,
    wording: { type: Number, default: null },
    channel: { type: String, enum: DELIVERY_CHANNELS, required: true },
    round: { type: Number, required: true },
    values: new Schema(
      { number: optional, due: optional, result: optional, threshold: optional, link: optional },
      inner,
    ),
    state,
    changes: [new Schema({ state, at: { type: Date, required: true }, cause: required }, inner)],
    notBefore: { type: Date, required: true },
    dueAt: date,
    claimedAt: date,
    claimId: { type: Schema.Types.ObjectId, default: null },
    attempts: { type: Number, default: 0 },
    asked: { type: Number, default: 0 },
    providerId: optional,
    parts: { type: Number, default: null },
    cost: {
      type: new Schema<DeliveryCost>(
        {
          line: required,
          on: required,
          isCode: { type: Boolean, required: true },
          kopiykas: { type: Number, required: true },
        },
        inner,
      ),
      default: null,
    },
    isKept: { type: Boolean, default: false },
    isFateNew: { type: Boolean, default: false },
  },
  { autoIndex: false, versionKey: false, strict: 'throw' },
);
/** The ledger of messages; its indexes are made by the migrations, the unique ones are what settles races. */
export const DeliveryModel = model('Delivery', schema, 'deliveries');

/** The states of a message that nobody has begun to send, or of which whoever did was certainly not rid. */
export const waiting = { $in: ['planned', 'queued'] satisfies DeliveryState[] };
/** The states of one that has been tried and whose fate is still open. */
export const unsettled = { $in: ['sending', 'unknown'] satisfies DeliveryState[] };
/** The states that say whether a message has reached its addressee, or their operator at the least: all after the provider took it. */
export const FATES = [
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'unknown',
] as const satisfies readonly DeliveryState[];
const isFate = (state: DeliveryState): boolean => FATES.some((fate) => fate === state);

/** How far along each state is. A receipt only ever moves a row on; of two last words the first one stays. */
const RANK: Readonly<Record<DeliveryState, number>> = {
  planned: 0,
  queued: 1,
  sending: 2,
  unknown: 2,
  accepted: 3,
  sent: 4,
  delivered: 5,
  undelivered: 5,
  failed: 5,
  suppressed: 5,
};
/** The states from which a row may still move on to this one. */
export const statesBefore = (to: DeliveryState): DeliveryState[] =>
  DELIVERY_STATES.filter((from) => RANK[from] < RANK[to]);

/** What a move writes beside what it sets: the state, dated with its cause. */
export const moveTo = (to: Pick<DeliveryChange, 'state' | 'cause'>, set: UpdateQuery<Delivery>['$set'] = {}) => ({
  $set: { ...set, state: to.state, ...(isFate(to.state) && { isFateNew: true }) },
  $push: { changes: { ...to, at: now() } },
});
/** Changes the one row that fits, dated with its cause; null where none fits, which is how races are settled. */
export const moveDelivery = (
  where: QueryFilter<Delivery>,
  to: Pick<DeliveryChange, 'state' | 'cause'>,
  set: UpdateQuery<Delivery>['$set'] = {},
): Promise<Delivery | null> =>
  DeliveryModel.findOneAndUpdate(where, moveTo(to, set), { returnDocument: 'after' }).lean<Delivery>().exec();
