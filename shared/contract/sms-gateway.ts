import * as z from 'zod/mini';
import { id } from './fields.ts';

/** How far a message has come, in the words of the wire format of a plain HTTP gateway (docs/sms-gateway.md). */
const State = z.enum(['accepted', 'sent', 'delivered', 'undelivered', 'failed']);
/** A code of the gateway's own, never words: those might carry a number. */
const Code = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,39}$/i));

/** A message as the gateway tells of it, in answers and in receipts. */
export const GatewayMessage = z.object({
  /** The gateway's id of it. */
  id: z.string().check(z.regex(/^[\w.-]{1,60}$/)),
  /** Ours, given with the text: a second text with the same reference is not sent. */
  reference: id(),
  state: State,
  errorCode: z._default(z.nullable(Code), null),
});
/** The messages that a gateway lists. */
export const GatewayMessages = z.object({ messages: z.array(GatewayMessage) });
/** Why a gateway will not take a text. */
export const GatewayRefusal = z.object({ code: Code });
/** What a text is given to the gateway with. */
export const GatewayText = z.strictObject({
  reference: id(),
  /** E.164. */
  to: z.string().check(z.regex(/^\+[1-9]\d{6,14}$/)),
  /** 3 to 11 Latin letters and digits. */
  from: z.string().check(z.regex(/^[A-Za-z0-9]{3,11}$/)),
  text: z.string().check(z.minLength(1), z.maxLength(1_000)),
  /** Where receipts are to come. */
  receiptUrl: z.string(),
});
/** A text on its way to the gateway. */
export type GatewayText = z.infer<typeof GatewayText>;
/** A message as the gateway tells of it. */
export type GatewayMessage = z.infer<typeof GatewayMessage>;

/** By these two headers a receipt proves who sent it. */
export const RECEIPT_HEADERS = { timestamp: 'x-sms-timestamp', signature: 'x-sms-signature' } as const;
