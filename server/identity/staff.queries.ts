import { type PipelineStage, Types } from 'mongoose';
import { today } from '#server/platform/clock.ts';
import { isObjectId } from '#server/platform/object-id.ts';
import type { StandIn } from '#server/platform/policy.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { type Delegation, DelegationModel, inForceOn } from './delegation.model.ts';
import { type Role, RoleModel, type Staff, StaffModel } from './staff.model.ts';

/** A member of staff and what they may do now. */
export interface StaffRights
  extends Pick<Staff, '_id' | 'login' | 'name' | 'post' | 'departmentId' | 'email' | 'superiorId'> {
  permissions: Set<Permission>;
  /** In whose place they work today. */
  standsInFor: StandIn[];
  /** What they have to do before they may do anything else; null for nothing. */
  owes: 'password' | 'totp' | null;
}
type Giver = Pick<Staff, '_id' | 'name' | 'departmentId' | 'roles'>;
/** A delegation that counts today, of somebody whose account is not locked, with the roles that they have now. */
interface Given extends Delegation {
  giver: Giver;
  giverRoles: readonly Role[];
}
/** An account with all that its rights are reckoned from. */
export interface StaffHeld extends Staff {
  held: readonly Role[];
  given: readonly Given[];
}
/**
 * What a delegation lends: no more than the giver's own roles allow at this moment, whatever it says, so that whoever loses a
 * right has nobody use it, and a right that was lent is never lent on.
 */
function standInOf({ _id, giver, giverRoles, permissions, to }: Given): StandIn {
  const allowed = new Set(giverRoles.flatMap((role) => role.permissions));
  return {
    delegationId: String(_id),
    staffId: String(giver._id),
    name: giver.name,
    ...(giver.departmentId && { departmentId: String(giver.departmentId) }),
    permissions: new Set(permissions.filter((one) => allowed.has(one))),
    to,
  };
}
/**
 * What somebody's roles allow, and what is lent to them. Whoever still has a one-time password, or has or is lent what a role
 * allows that needs a second factor and has none, may do nothing and is of no department until that is put right.
 */
function rightsOf({ held, given, ...staff }: StaffHeld): StaffRights {
  const lending = given.flatMap(({ giverRoles, permissions }) =>
    giverRoles.filter((role) => role.permissions.some((one) => permissions.includes(one))),
  );
  const needsTotp = [...held, ...lending].some((role) => role.needsTotp) && !staff.totp?.confirmedAt;
  const owes = staff.oneTimeUntil ? 'password' : needsTotp ? 'totp' : null;
  if (owes) return { ...staff, departmentId: null, permissions: new Set(), standsInFor: [], owes };
  const permissions = new Set(held.flatMap((role) => role.permissions));
  const standsInFor = given.map(standInOf).filter((one) => one.permissions.size > 0);
  return { ...staff, permissions, standsInFor, owes };
}
/** Joins to accounts what their rights are reckoned from, so that one query brings it all. */
const heldToday = (): PipelineStage.Lookup['$lookup']['pipeline'] & {} => [
  { $lookup: { from: RoleModel.collection.name, localField: 'roles', foreignField: '_id', as: 'held' } },
  {
    $lookup: {
      from: DelegationModel.collection.name,
      localField: '_id',
      foreignField: 'takerId',
      as: 'given',
      pipeline: [
        { $match: inForceOn(today()) },
        { $sort: { _id: 1 } },
        {
          $lookup: {
            from: StaffModel.collection.name,
            localField: 'giverId',
            foreignField: '_id',
            as: 'giver',
            pipeline: [{ $match: { isLocked: false } }, { $project: { name: 1, departmentId: 1, roles: 1 } }],
          },
        },
        { $unwind: '$giver' },
        {
          $lookup: {
            from: RoleModel.collection.name,
            localField: 'giver.roles',
            foreignField: '_id',
            as: 'giverRoles',
          },
        },
      ],
    },
  },
];
/** Joins to rows that name an account in `staffId` that account, with all that its rights are reckoned from, as `staff`. */
export const withStaffHeld = (): PipelineStage[] => [
  { $set: { staffKey: { $convert: { input: '$staffId', to: 'objectId', onError: null, onNull: null } } } },
  {
    $lookup: {
      from: StaffModel.collection.name,
      localField: 'staffKey',
      foreignField: '_id',
      as: 'staff',
      pipeline: heldToday(),
    },
  },
];
/** What an account may do now; null for one that is locked or gone. */
export const rightsNow = (staff: StaffHeld | undefined): StaffRights | null =>
  staff && !staff.isLocked ? rightsOf(staff) : null;
/** A member of staff with what they may do now; null for one who is locked or gone. */
export async function staffWithRights(staffId: string): Promise<StaffRights | null> {
  const [staff] = await StaffModel.aggregate<StaffHeld>([
    { $match: { _id: new Types.ObjectId(staffId) } },
    ...heldToday(),
  ]);
  return rightsNow(staff);
}
/** Everybody whose account is not locked, with what they may do now: hundreds, as a city has them. */
export async function staffAtWork(): Promise<StaffRights[]> {
  const [staff, roles, delegations] = await Promise.all([
    StaffModel.find({ isLocked: false }).select('-passwordHash').lean<Staff[]>(),
    RoleModel.find().lean<Role[]>(),
    DelegationModel.find(inForceOn(today())).sort({ _id: 1 }).lean<Delegation[]>(),
  ]);
  const byId = new Map(staff.map((one) => [String(one._id), one]));
  const heldBy = (one: Giver): Role[] => roles.filter(({ _id }) => one.roles.includes(_id));
  const givenTo = (taker: Staff): Given[] =>
    delegations.flatMap((one) => {
      const giver = one.takerId.equals(taker._id) ? byId.get(String(one.giverId)) : undefined;
      return giver ? [{ ...one, giver, giverRoles: heldBy(giver) }] : [];
    });
  return staff.map((one) => rightsOf({ ...one, held: heldBy(one), given: givenTo(one) }));
}
/** Names of staff by id, for those who may see a case's history; ids of machines are passed over. */
export async function staffNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(ids)].filter(isObjectId);
  const found = await StaffModel.find({ _id: { $in: people } })
    .select('name')
    .lean<Pick<Staff, '_id' | 'name'>[]>();
  return new Map(found.map(({ _id, name }) => [String(_id), name]));
}
