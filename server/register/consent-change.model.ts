import { model, Schema, type Types } from 'mongoose';
import type { MessageKind } from '#shared/domain/message-kinds.ts';
import type { Participant } from './participant.model.ts';

/** Where somebody switched messages: among their own cases, behind the link of a text or a letter, or by their word at the desk. */
export type SwitchedAt = 'my' | 'text-link' | 'letter-link' | 'desk';
/** That somebody gave or withdrew a consent to messages, and how things stood then (Law 2297-VI, art. 8(2)(11)); never changed. */
export interface ConsentChange {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  partId: Types.ObjectId;
  purpose: 'sms' | 'email';
  isOn: boolean;
  /** Kinds of texts that were turned off from then on. */
  mutedKinds: MessageKind[];
  /** Of the words beside the switch. */
  textVersion: number;
  at: Date;
  channel: SwitchedAt;
  /** The member of staff who switched by the person's word; null where the person did. */
  actorId: string | null;
}
/** Of the words beside the switches; raised when they change. */
export const SWITCH_TEXTS = 1;

const { ObjectId } = Schema.Types;
const words = { type: String, required: true } as const;
/** Every giving and taking back of a consent to messages, in order. */
export const ConsentChangeModel = model(
  'ConsentChange',
  new Schema<ConsentChange>(
    {
      caseId: { type: ObjectId, required: true },
      partId: { type: ObjectId, required: true },
      purpose: words,
      isOn: { type: Boolean, required: true },
      mutedKinds: [String],
      textVersion: { type: Number, required: true },
      at: { type: Date, required: true },
      channel: words,
      actorId: { type: String, default: null },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'consent_changes',
);

/** The record of a switch of one part. Pure. */
export const consentChange = (
  { _id, caseId }: Pick<Participant, '_id' | 'caseId'>,
  how: Pick<ConsentChange, 'purpose' | 'isOn' | 'mutedKinds' | 'at' | 'channel' | 'actorId'>,
): Omit<ConsentChange, '_id'> => ({ caseId, partId: _id, textVersion: SWITCH_TEXTS, ...how });
