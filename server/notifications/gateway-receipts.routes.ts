import express, { Router } from 'express';
import { now } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { isSame } from '#server/platform/secrets.ts';
import { GatewayMessage, RECEIPT_HEADERS } from '#shared/contract/sms-gateway.ts';
import { PROVIDER_PREFIX } from '#shared/domain/sms-providers.ts';
import { takeReceipt } from './commands/take-receipt.ts';
import { receiptSignature } from './receipt-signature.ts';

/** For how long a signature holds, either way of our clock, in milliseconds; a receipt that comes later is signed anew. */
const WINDOW_MS = 5 * 60_000;

const isRecent = (seconds: string): boolean =>
  /^\d{1,12}$/.test(seconds) && Math.abs(Number(seconds) * 1_000 - now().getTime()) <= WINDOW_MS;
function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new Problem('body.malformed');
  }
}

/** Where an operator's HTTP gateway tells what became of a message (docs/sms-gateway.md). Only what it signed just now is heard. */
export const gatewayReceiptRoutes = (key: string): Router =>
  Router().post('/hooks/sms/status', express.raw({ type: () => true, limit: '16kb' }), async (req, res) => {
    const seconds = req.get(RECEIPT_HEADERS.timestamp);
    const signature = req.get(RECEIPT_HEADERS.signature);
    const body: unknown = req.body;
    if (!seconds || !signature || !Buffer.isBuffer(body)) throw new Problem('body.malformed');
    if (!isSame(signature, receiptSignature(key, seconds, body)) || !isRecent(seconds))
      throw new Problem('not-allowed');
    const { data } = GatewayMessage.safeParse(parsed(body));
    if (data) {
      const { id, reference: deliveryId, state, errorCode } = data;
      await takeReceipt({ deliveryId, providerId: PROVIDER_PREFIX.http + id, state, errorCode });
    }
    res.status(204).end();
  });
