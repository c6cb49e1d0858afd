import { type Delegation, DelegationModel, staffNames } from '#server/identity/index.ts';
import { today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import type { StaffDelegation } from '#shared/contract/delegations.ts';

const SHOWN = 200;
function stateOf({ from, to, revokedAt }: Delegation): StaffDelegation['state'] {
  if (revokedAt) return 'revoked';
  if (to < today()) return 'over';
  return from > today() ? 'ahead' : 'in-force';
}
async function present(rows: readonly Delegation[]): Promise<StaffDelegation[]> {
  const names = await staffNames(rows.flatMap(({ giverId, takerId }) => [String(giverId), String(takerId)]));
  const named = (id: Delegation['_id']) => ({ id: String(id), name: names.get(String(id)) ?? null });
  return rows.map((row) => ({
    id: String(row._id),
    giver: named(row.giverId),
    taker: named(row.takerId),
    permissions: row.permissions,
    from: row.from,
    to: row.to,
    reason: row.reason,
    madeAt: row.madeAt.toISOString(),
    state: stateOf(row),
  }));
}
/** Who works, worked or will work in whose place, those with the latest last day first. */
export const latestDelegations = async (): Promise<StaffDelegation[]> =>
  present(await DelegationModel.find().sort({ to: -1, _id: -1 }).limit(SHOWN).lean<Delegation[]>());
/** One delegation; 404 where there is none. */
export async function delegationById(id: string): Promise<StaffDelegation> {
  const [found] = await present(await DelegationModel.find({ _id: id }).lean<Delegation[]>());
  if (!found) throw new Problem('not-found');
  return found;
}
