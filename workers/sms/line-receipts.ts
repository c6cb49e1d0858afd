import { setTimeout as sleep } from 'node:timers/promises';
import { takeFoundReceipt } from '#server/notifications/index.ts';
import { log } from '#server/platform/log.ts';
import type { FoundReceipt } from './smpp.receipt.ts';

/** When the ledger is looked at for a message: a receipt may overtake the answer to the sending, and that its way into the ledger. */
const LOOKS_MS = [0, 300, 3_000];

/**
 * Takes a receipt that came over a connection into the ledger. One for no message that the ledger knows is let go: bringing it
 * again would hold up those behind it, and what has no receipt is asked after.
 */
export async function takeLineReceipt(receipt: FoundReceipt): Promise<void> {
  for (const waitMs of LOOKS_MS) {
    if (waitMs > 0) await sleep(waitMs, undefined, { ref: false });
    if (await takeFoundReceipt(receipt)) return;
  }
  log().warn({ state: receipt.state }, 'a receipt names a message that the ledger does not know');
}
