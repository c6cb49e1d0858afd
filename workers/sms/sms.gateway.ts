/** What sending a text can come to. `refused` will never work; `busy` was certainly not taken and may work later; `unknown` may have been sent. */
export type Sent =
  | { outcome: 'accepted'; providerId: string }
  /** `cause` is a code such as `twilio-21614`; the words of an error may carry a phone number. */
  | { outcome: 'refused' | 'busy' | 'unknown'; cause: string };

/** The way to a provider of text messages; every adapter passes one contract test. */
export interface SmsGateway {
  /** Sends once and never tries again by itself. `to` is E.164. */
  send(deliveryId: string, to: string, text: string): Promise<Sent>;
  /** The provider's ids of messages with these words that it took for this number since then, newest first; throws where it cannot say. */
  takenSince(since: Date, to: string, text: string): Promise<string[]>;
}
