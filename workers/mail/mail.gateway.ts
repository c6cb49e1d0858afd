import type { Letter } from '#server/notifications/index.ts';

/**
 * What handing a letter over can come to. `accepted` is the mail server's word after the whole letter; `refused` will never
 * work; `busy` was certainly not taken and may work later; `unknown` may have been taken.
 */
export type Posted =
  | { outcome: 'accepted' }
  /** `cause` is a code such as `smtp-550`; the words of an answer may carry the address. */
  | { outcome: 'refused' | 'busy' | 'unknown'; cause: string };

/** The way to a mail server; every adapter passes one contract test. */
export interface MailGateway {
  /** Hands a letter over once and never tries again by itself. The delivery's id makes its Message-ID, the same each time. */
  send(deliveryId: string, letter: Letter): Promise<Posted>;
}
