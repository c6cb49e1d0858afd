import { now, today } from '#server/platform/clock.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { lineOf } from '#shared/domain/sms-money.ts';
import type { DeliveryCost } from '../delivery.model.ts';
import type { GrantRow } from './budget.model.ts';
import { partPriceOn } from './budget.queries.ts';
import { type GrantFor, type NoMoney, takeGrant } from './grants.ts';

/** The text that is to be paid for. */
export interface Payable {
  template: string;
  isCode: boolean;
  parts: number;
}
type PaidClaim = (cost: DeliveryCost) => Promise<boolean>;
/** A grant as this process spends it. */
interface Pocket {
  grant: GrantRow;
  left: number;
  /** Texts of which the cost is being written into the ledger. */
  writing: Set<Promise<unknown>>;
}

/** Nothing of a grant is spent in its last seconds: a slow write must still count while the grant does. */
const SAFETY_MS = 15_000;
const PRICE_MS = 60_000;

/** Spends the money for texts, in one process; grants keep all processes together within what there is. */
export function purse() {
  const pockets = new Map<string, Pocket>();
  const refills = new Map<string, Promise<NoMoney | null>>();
  let price: { on: LegalDate; kopiykas: number; until: number } | null = null;

  async function priceOn(on: LegalDate): Promise<number> {
    const at = now().getTime();
    if (price?.on !== on || price.until < at) price = { on, kopiykas: await partPriceOn(on), until: at + PRICE_MS };
    return price.kopiykas;
  }
  const isUsable = ({ grant }: Pocket, on: LegalDate): boolean =>
    grant.on === on && grant.until.getTime() - SAFETY_MS > now().getTime();
  async function refill(key: string, what: GrantFor, parts: number, kopiykas: number): Promise<NoMoney | null> {
    const before = pockets.get(key);
    pockets.delete(key);
    await Promise.allSettled(before?.writing ?? []);
    const grant = await takeGrant(what, { price: kopiykas, parts, before: before?.grant._id ?? null });
    if (typeof grant === 'string') return grant;
    pockets.set(key, { grant, left: grant.kopiykas, writing: new Set() });
    return null;
  }
  /** One refill at a time: the others wait for it, and look again. */
  function refillOnce(key: string, what: GrantFor, parts: number, kopiykas: number): Promise<NoMoney | null> {
    const running = refills.get(key);
    if (running !== undefined) return running;
    const own = refill(key, what, parts, kopiykas).finally(() => refills.delete(key));
    refills.set(key, own);
    return own;
  }
  async function write({
    pocket,
    cost,
    claim,
  }: {
    pocket: Pocket;
    cost: DeliveryCost;
    claim: PaidClaim;
  }): Promise<boolean> {
    pocket.left -= cost.kopiykas;
    const writing = claim(cost);
    pocket.writing.add(writing);
    try {
      const isTaken = await writing;
      if (!isTaken) pocket.left += cost.kopiykas;
      return isTaken;
    } finally {
      pocket.writing.delete(writing);
    }
  }

  return {
    /**
     * Runs `claim`, which writes this cost into the ledger and answers whether it did; or says why there is no money.
     * Where `claim` throws, nobody knows whether it was written, and the money stays spent until the grant falls back.
     */
    async spend({ template, isCode, parts }: Payable, claim: PaidClaim): Promise<boolean | NoMoney> {
      for (;;) {
        const on = today();
        const what: GrantFor = { line: lineOf(template), on, isCode };
        const perPart = await priceOn(on);
        const kopiykas = perPart * parts;
        const key = `${what.line}-${isCode}`;
        const pocket = pockets.get(key);
        if (pocket && isUsable(pocket, on) && pocket.left >= kopiykas)
          return write({ pocket, cost: { ...what, kopiykas }, claim });
        const none = await refillOnce(key, what, parts, perPart);
        if (none) return none;
      }
    },
  };
}
