import type { Receipt } from '#server/notifications/index.ts';

/** What sending a text can come to. `refused` will never work; `busy` was certainly not taken and may work later; `unknown` may have been sent. */
export type Sent =
  | { outcome: 'accepted'; providerId: string }
  /** `cause` is a code such as `twilio-21614`; the words of an error may carry a phone number. */
  | { outcome: 'refused' | 'unknown'; cause: string }
  /** `isDown` where nothing else would be taken now either: another gateway may be asked at once. */
  | { outcome: 'busy'; cause: string; isDown?: boolean };

/** A text that may have been taken although nobody heard the answer. */
export interface Question {
  deliveryId: string;
  /** When the attempt began. */
  since: Date;
  /** E.164. */
  to: string;
  text: string;
}
/** How far a message has come, as its provider says it. */
export type Fate = Pick<Receipt, 'state' | 'errorCode'>;

/** This provider keeps no list that could be asked, now or ever: what it did not answer nobody can know. */
export class NoList extends Error {}
/** Says that a provider did not answer a question, by a code: its own words may carry a number. */
export const cannotBeAsked = (cause: string): Error => new Error(`the provider cannot be asked: ${cause}`);

/** The way to a provider of text messages; every adapter passes one contract test. Ids are as the ledger keeps them. */
export interface SmsGateway {
  /** Sends once and never tries again by itself. `to` is E.164. */
  send(deliveryId: string, to: string, text: string): Promise<Sent>;
  /** The ids of messages that may be this one, the likeliest first; throws where it cannot say, NoList where it never can. */
  takenSince(question: Question): AsyncIterable<string>;
  /** How far a message has come; null where the provider does not know it any more. Throws where it cannot say. */
  stateOf(providerId: string): Promise<Fate | null>;
  /** Has the provider delete what it keeps of a message, number and words. True where it keeps nothing any more; never throws. */
  forget(providerId: string): Promise<boolean>;
  /** Lets go of what it holds open. */
  close(): Promise<void>;
}
