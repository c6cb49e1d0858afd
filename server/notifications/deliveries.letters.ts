import { now } from '#server/platform/clock.ts';
import { type AttemptRules, beginAttempt, endAttempt, isWaiting } from './deliveries.attempts.ts';
import { deliveryRow } from './deliveries.together.ts';
import { type Delivery, moveDelivery, unsettled } from './delivery.model.ts';
import type { Letter } from './letters.ts';
import type { Wording } from './wording.ts';

/** The ledger of letters, as the worker sees it. Causes are codes, never the words of an error. */
export interface LetterDeliveries {
  /** Takes a delivery for one attempt; `held` while another attempt has it, `over` when there is nothing to do now. */
  claim(id: string): Promise<Letter | 'held' | 'over'>;
  /** The mail server answered that it took the letter, which is the last that anybody hears of it. */
  sent(id: string): Promise<void>;
  /** The mail server certainly did not take it: for good, or for now. */
  notTaken(id: string, how: 'refused' | 'busy', cause: string): Promise<void>;
  /** The letter was handed over and no answer came: it is `unknown` and never sent again by itself. */
  lost(id: string, cause: string): Promise<void>;
}

const MINUTE_MS = 60_000;
/** How long an attempt has a letter: a mail server may take minutes over one (RFC 5321, 4.5.3.2). */
const LEASE_MS = 10 * MINUTE_MS;
/** For so long a letter is tried (RFC 5321, 4.5.4.1: four or five days at the least). */
const PATIENCE_MS = 5 * 24 * 60 * MINUTE_MS;

/** The ledger of letters in MongoDB; `word` finds a delivery's address and words. */
export function letterDeliveriesIn(word: Wording<Letter>): LetterDeliveries {
  const rules: AttemptRules<Letter> = {
    word,
    leaseMs: LEASE_MS,
    patienceMs: PATIENCE_MS,
    pay: (_row, _letter, claim) => claim({ parts: null, cost: null }),
  };
  /** An attempt died with the letter in its hands, and a mail server cannot be asked whether it took one. */
  async function giveUp({ _id, dueAt }: Delivery, at: Date): Promise<'held' | 'over'> {
    if (dueAt && dueAt > at) return 'held';
    await moveDelivery({ _id, state: 'sending', dueAt }, { state: 'unknown', cause: 'no-report' }, { dueAt: null });
    return 'over';
  }
  return {
    async claim(id) {
      const row = await deliveryRow(id);
      if (row?.state === 'sending') return giveUp(row, now());
      return row && isWaiting(row) ? beginAttempt(row, rules) : 'over';
    },
    async sent(_id) {
      await moveDelivery({ _id, state: unsettled }, { state: 'sent', cause: 'provider' }, { dueAt: null });
    },
    notTaken: (id, how, cause) => endAttempt(id, how, cause, rules),
    async lost(_id, cause) {
      await moveDelivery({ _id, state: 'sending' }, { state: 'unknown', cause }, { dueAt: null });
    },
  };
}
