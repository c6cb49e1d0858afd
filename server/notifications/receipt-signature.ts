import { createHmac } from 'node:crypto';

/** What a gateway signs a receipt with: HMAC-SHA-256 in hexadecimal over the seconds since 1970, a dot and the body as it travels. */
export const receiptSignature = (key: string, seconds: string, body: Buffer | string): string =>
  createHmac('sha256', key).update(`${seconds}.`).update(body).digest('hex');
