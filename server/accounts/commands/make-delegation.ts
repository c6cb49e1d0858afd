import { Types } from 'mongoose';
import { DelegationModel, type Role, RoleModel, type Staff, StaffModel } from '#server/identity/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import type { NewDelegation } from '#shared/contract/delegations.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { keepAccountEvent } from '../account.events.ts';
import { managerOf, refuseOneself } from '../account.policy.ts';

type Account = Pick<Staff, 'isLocked' | 'roles'> | null;
const wrong = (path: keyof NewDelegation, code: FieldError['code']): FieldError[] => [{ in: 'body', path, code }];
const personFaults = (path: 'giverId' | 'takerId', one: Account): FieldError[] =>
  one === null ? wrong(path, 'staff.unknown') : one.isLocked ? wrong(path, 'staff.locked') : [];

/** 422 for people who are not there or locked, for what the giver's roles do not allow, and for days that are over. */
async function refuseFaults({ session, at }: Transaction, asked: NewDelegation): Promise<void> {
  const accountOf = (id: string) => StaffModel.findById(id).select('isLocked roles').session(session).lean<Account>();
  const giver = await accountOf(asked.giverId);
  const taker = await accountOf(asked.takerId);
  const roles = await RoleModel.find({ _id: { $in: giver?.roles ?? [] } })
    .session(session)
    .lean<Role[]>();
  const held = new Set(roles.flatMap(({ permissions }) => permissions));
  const errors = [
    ...personFaults('giverId', giver),
    ...personFaults('takerId', taker),
    ...(giver && !asked.permissions.every((one) => held.has(one)) ? wrong('permissions', 'permission.not-held') : []),
    ...(asked.to < legalDateOf(at) ? wrong('to', 'date.past') : []),
  ];
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
}

/**
 * Lets somebody work in a colleague's place from one day to another (заміщення); answers the id. Nobody lets themselves: 409
 * `staff.oneself`.
 */
export async function makeDelegation(actor: Actor | Visitor, asked: NewDelegation): Promise<string> {
  const manager = managerOf(actor);
  const { giverId, takerId, from, to, reason } = asked;
  refuseOneself(manager, takerId);
  const permissions = [...new Set(asked.permissions)].sort();
  const _id = new Types.ObjectId();
  await transaction(async (tx) => {
    await refuseFaults(tx, asked);
    const people = { giverId: new Types.ObjectId(giverId), takerId: new Types.ObjectId(takerId) };
    const row = { _id, ...people, permissions, from, to, reason, madeAt: tx.at, revokedAt: null };
    await DelegationModel.create([row], { session: tx.session, ordered: true });
    await keepAccountEvent(tx, {
      kind: 'staff.delegated',
      subject: { kind: 'staff', id: takerId },
      actorId: manager.id,
      facts: { delegation: String(_id), giver: giverId, permissions: permissions.join(' '), from, to },
    });
  });
  return String(_id);
}
