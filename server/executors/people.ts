import { type StaffRights, staffAtWork } from '#server/identity/index.ts';

/** Who can be written to: the city's own staff, with the address of their work. */
export type Reachable = StaffRights & { email: string };
const isReachable = (one: StaffRights): one is Reachable => Boolean(one.email);

/** Everybody who may be told of executors' dates at the moment. */
export interface People {
  /** Who works on cases in a department and can be written to. */
  executors: readonly Reachable[];
  controllers: readonly Reachable[];
  /** The superiors of those who work on cases in a department; the controllers where none of them has one who can be written to. */
  superiorsOf(departmentId: string): readonly Reachable[];
}
/** Reads the staff once, for one round. */
export async function peopleNow(): Promise<People> {
  const staff = await staffAtWork();
  const reachable = new Map(staff.filter(isReachable).map((one) => [String(one._id), one]));
  const workers = staff.filter(({ permissions, departmentId }) => departmentId && permissions.has('case.work'));
  const controllers = [...reachable.values()].filter(({ permissions }) => permissions.has('case.control'));
  return {
    executors: workers.filter(isReachable),
    controllers,
    superiorsOf(departmentId) {
      const theirs = workers.filter((one) => String(one.departmentId) === departmentId);
      const above = theirs.flatMap(({ superiorId }) => reachable.get(String(superiorId)) ?? []);
      return above.length > 0 ? [...new Set(above)] : controllers;
    },
  };
}
