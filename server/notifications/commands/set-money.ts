import { recordEvent } from '#server/history/index.ts';
import { today } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import type { Facts } from '#server/platform/outbox.ts';
import { type Actor, holderOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import type { Parsed } from '#shared/contract/endpoint.ts';
import type { setBudget, setPrice } from '#shared/contract/message-budget.ts';
import { BudgetModel, PriceModel } from '../budget/budget.model.ts';

/** What the city sets of the money for texts; nobody is told of it. */
export const MONEY_EVENTS = ['messages.budget-set', 'messages.price-set'] as const;

const keepEvent = (tx: Transaction, actor: Actor, kind: (typeof MONEY_EVENTS)[number], id: string, facts: Facts) =>
  recordEvent(tx, {
    kind,
    subject: { kind: 'reference', id: `messages-${id}` },
    actorId: actor.id,
    from: null,
    to: null,
    reasonCode: null,
    docDigest: null,
    facts,
  });
/** Runs a change of one row of an edition; whoever was second is told that it has changed. */
async function change(work: Parameters<typeof transaction<void>>[0]): Promise<void> {
  try {
    await transaction(work);
  } catch (error) {
    if (isDuplicate(error)) throw new Problem('version.stale');
    throw error;
  }
}

/** Enters what a line has for texts a year, in kopiykas. Refusal: 409 `version.stale`, also where two enter it at once. */
export function putBudget(actor: Actor | Visitor, asked: Parsed<typeof setBudget, 'body'>): Promise<void> {
  const keeper = holderOf(actor, 'messages.manage');
  const { line, year, kopiykas, source, expectedVersion } = asked;
  const _id = `${year}-${line}`;
  return change(async (tx) => {
    const { session } = tx;
    const row = { line, year, kopiykas, source, byId: keeper.id, version: expectedVersion + 1 };
    if (expectedVersion === 0) await BudgetModel.insertMany([{ _id, ...row }], { session, lean: true });
    else {
      const { matchedCount } = await BudgetModel.updateOne(
        { _id, version: expectedVersion },
        { $set: row },
        { session },
      );
      if (matchedCount === 0) throw new Problem('version.stale');
    }
    await keepEvent(tx, keeper, 'messages.budget-set', _id, { line, year, kopiykas });
  });
}
/**
 * Enters what a part costs from a date on, in kopiykas. Refusals: 409 `version.stale`; 422 `date.too-early` for a date before
 * today, since what was sent keeps its price.
 */
export function putPrice(actor: Actor | Visitor, asked: Parsed<typeof setPrice, 'body'>): Promise<void> {
  const keeper = holderOf(actor, 'messages.manage');
  const { validFrom, kopiykas, source, expectedVersion } = asked;
  if (validFrom < today())
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'validFrom', code: 'date.too-early' }] });
  return change(async (tx) => {
    const { session } = tx;
    const row = { kopiykas, source, byId: keeper.id, version: expectedVersion + 1 };
    if (expectedVersion === 0) await PriceModel.insertMany([{ _id: validFrom, ...row }], { session, lean: true });
    else {
      const same = { _id: validFrom, version: expectedVersion };
      const { matchedCount } = await PriceModel.updateOne(same, { $set: row }, { session });
      if (matchedCount === 0) throw new Problem('version.stale');
    }
    await keepEvent(tx, keeper, 'messages.price-set', validFrom, { validFrom, kopiykas });
  });
}
