import { model, Schema, type Types } from 'mongoose';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import type { Sealed } from '#server/platform/secrets.ts';
import { NEWS_KINDS, type NewsTopic } from '#shared/domain/news.ts';

/** Somebody's wish to be told of a topic by letter; without a confirmation it is nothing and goes after two days. */
export interface Subscription {
  _id: Types.ObjectId;
  about: NewsTopic;
  email: Sealed;
  emailHash: string;
  /** Key of the link in its letters. */
  keyId: string;
  createdAt: Date;
  confirmedAt: Date | null;
  /** News up to this moment have been told. */
  toldUntil: Date;
  /** The time that the last letter speaks of. */
  letter: { from: Date; to: Date } | null;
}
const date = { type: Date, default: null } as const;
const words = { type: String, required: true } as const;

export const SubscriptionModel = model(
  'Subscription',
  new Schema<Subscription>(
    {
      about: new Schema<NewsTopic>(
        { kind: { type: String, enum: [...NEWS_KINDS], required: true }, code: words },
        { _id: false },
      ),
      email: { type: sealedSchema, required: true },
      emailHash: words,
      keyId: words,
      createdAt: { type: Date, required: true },
      confirmedAt: date,
      toldUntil: { type: Date, required: true },
      letter: { type: new Schema({ from: Date, to: Date }, { _id: false }), default: null },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'subscriptions',
);
