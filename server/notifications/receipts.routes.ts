import express, { Router } from 'express';
import twilio from 'twilio';
import * as z from 'zod/mini';
import { Problem } from '#server/platform/problem.ts';
import { id } from '#shared/contract/fields.ts';
import { takeReceipt } from './commands/take-receipt.ts';
import { TWILIO_STATES } from './twilio-states.ts';

const Query = z.object({ delivery: id() });
const Body = z.object({
  MessageSid: z.string().check(z.maxLength(64)),
  MessageStatus: z.string(),
  ErrorCode: z._default(z.string().check(z.regex(/^\d{0,6}$/)), ''),
});

/** What the signature check needs: the address by which Twilio reaches us, and the secret that it signs with. */
export interface ReceiptSettings {
  publicUrl: string;
  /** Empty where no provider is set: then there is nothing to hear, and anybody could sign. */
  authToken: string;
}

/** Where Twilio tells what became of a message. Only what it signed over this exact address is heard. */
export function receiptRoutes({ publicUrl, authToken }: ReceiptSettings): Router {
  if (!authToken) return Router();
  const form = express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 50 });
  return Router().post('/hooks/twilio/status', form, async (req, res) => {
    const signature = req.get('x-twilio-signature');
    if (!signature) throw new Problem('body.malformed');
    const params: Record<string, unknown> = req.body ?? {};
    if (!twilio.validateRequest(authToken, signature, publicUrl + req.originalUrl, params))
      throw new Problem('not-allowed');
    const [query, body] = [Query.safeParse(req.query), Body.safeParse(params)];
    const state = body.data && TWILIO_STATES[body.data.MessageStatus];
    if (query.data && body.data && state)
      await takeReceipt({
        deliveryId: query.data.delivery,
        providerId: body.data.MessageSid,
        state,
        errorCode: body.data.ErrorCode || null,
      });
    res.status(204).end();
  });
}
