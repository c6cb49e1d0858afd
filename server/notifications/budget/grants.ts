import { type ClientSession, Types } from 'mongoose';
import { transaction } from '#server/platform/transaction.ts';
import { dayLimit, leftFor } from '#shared/domain/sms-money.ts';
import { GrantLockModel, GrantModel, type GrantRow } from './budget.model.ts';
import { budgetOf } from './budget.queries.ts';
import { spentOf, withinYear } from './spent.queries.ts';

/** What money is asked for: a line, a day, and whether for codes. */
export type GrantFor = Pick<GrantRow, 'line' | 'on' | 'isCode'>;
/** Why there is no money now: the year's has ended, the day's has, or all that is left lies with other workers for a moment. */
export type NoMoney = 'budget-ended' | 'day-spent' | 'money-lent';

/** For how long a grant counts as spent; one of a worker that died falls back after that. */
const GRANT_MS = 60_000;
/** A grant takes this share of what is left, so that the last of the money is spent part by part. */
const SHARE = 1 / 20;
const MOST_PARTS = 2_000;

const lentFrom = (grants: readonly GrantRow[], isCode: boolean): number =>
  grants.reduce((sum, grant) => sum + (grant.isCode === isCode ? grant.kopiykas : 0), 0);

/** What the ledger leaves of the year and of the day, and what of both is not lent to other workers; in kopiykas. */
async function leftOf(
  { line, on, isCode }: GrantFor,
  open: readonly GrantRow[],
  session: ClientSession,
): Promise<{ ofYear: number; ofDay: number; toLend: number }> {
  const amount = (await budgetOf(line, Number(on.slice(0, 4)), session))?.kopiykas ?? 0;
  const spent = await spentOf(line, on, session);
  const withLent = { codes: spent.codes + lentFrom(open, true), others: spent.others + lentFrom(open, false) };
  const ofDay = isCode ? amount : dayLimit(amount, on) - spent.othersToday;
  const lentToday = isCode
    ? 0
    : lentFrom(
        open.filter((grant) => grant.on === on),
        false,
      );
  const toLend = Math.min(leftFor(amount, withLent, isCode), ofDay - lentToday);
  return { ofYear: leftFor(amount, spent, isCode), ofDay, toLend };
}

/**
 * Takes money for some texts at `price` kopiykas a part, for one of so many parts at the least; the grant `before`, of which
 * every text stands in the ledger, is given back.
 */
export const takeGrant = (
  what: GrantFor,
  { price, parts, before }: { price: number; parts: number; before: Types.ObjectId | null },
): Promise<GrantRow | NoMoney> =>
  transaction(async ({ session, at }) => {
    const { line, on } = what;
    const lock = { _id: `${on.slice(0, 4)}-${line}` };
    await GrantLockModel.updateOne(lock, { $inc: { times: 1 } }, { session, upsert: true });
    await GrantModel.deleteMany({ line, $or: [{ until: { $lte: at } }, { _id: before }] }, { session });
    const open = await GrantModel.find({ line, on: withinYear(on) })
      .session(session)
      .lean<GrantRow[]>();
    const left = await leftOf(what, open, session);
    const least = price * parts;
    if (left.ofYear < least) return 'budget-ended';
    if (left.ofDay < least) return 'day-spent';
    if (left.toLend < least) return 'money-lent';
    const most = Math.min(left.toLend * SHARE, price * MOST_PARTS);
    const kopiykas = Math.max(least, Math.floor(most / price) * price);
    const grant = { _id: new Types.ObjectId(), ...what, kopiykas, until: new Date(at.getTime() + GRANT_MS) };
    await GrantModel.insertMany([grant], { session, lean: true });
    return grant;
  });
