import { randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { hashPassword, StaffModel } from '#server/identity/index.ts';
import type { Actor } from '#server/platform/policy.ts';
import { aPerson } from './people.ts';
import { Draw } from './random.ts';

/** Who takes the steps of cases in a city’s past. */
export type Official = Pick<Actor, 'id' | 'name'> & { post: string };
/** The people of a city’s offices. */
export interface Officials {
  operators: readonly Official[];
  controllers: readonly Official[];
  heads: readonly Official[];
  /** Of each department, by its id. */
  executors: ReadonlyMap<string, readonly Official[]>;
}
interface Row extends Official {
  role: string;
  departmentId: string | null;
}

const POSTS: Readonly<Record<string, readonly [woman: string, man: string]>> = {
  operator: ['операторка центру звернень', 'оператор центру звернень'],
  controller: ['головна спеціалістка сектору контролю', 'головний спеціаліст сектору контролю'],
  head: ['заступниця міського голови', 'заступник міського голови'],
  executor: ['провідна спеціалістка', 'провідний спеціаліст'],
};
/** Somebody of the offices, by their number: the same in every city. */
function official(number: number, role: string, departmentId: string | null): Row {
  const { isWoman, firstName, lastName } = aPerson(new Draw(0x0ff1c1a1, number));
  const post = POSTS[role]?.[isWoman ? 0 : 1] ?? role;
  const id = `0ff1c1a1${number.toString(16).padStart(16, '0')}`;
  return { id, name: `${firstName} ${lastName}`, post, role, departmentId };
}
const several = (count: number, from: number, role: string, departmentId: string | null): Row[] =>
  Array.from({ length: count }, (_, i) => official(from + i, role, departmentId));

/** The offices of a city with these departments; `chief` is the one to which operators, control and heads belong. */
function rowsOf(departmentIds: readonly string[]): Row[] {
  const chief = departmentIds[0] ?? null;
  return [
    ...several(6, 0, 'operator', chief),
    ...several(3, 10, 'controller', chief),
    ...several(2, 20, 'head', chief),
    ...departmentIds.flatMap((id, i) => several(2, 100 + 10 * i, 'executor', id)),
  ];
}
const ofRole = (rows: readonly Row[], role: string): readonly Official[] => rows.filter((row) => row.role === role);

/** The offices of these departments. */
export function officialsOf(departmentIds: readonly string[]): Officials {
  const rows = rowsOf(departmentIds);
  return {
    operators: ofRole(rows, 'operator'),
    controllers: ofRole(rows, 'controller'),
    heads: ofRole(rows, 'head'),
    executors: new Map(
      departmentIds.map((id) => [id, ofRole(rows, 'executor').filter((row) => (row as Row).departmentId === id)]),
    ),
  };
}
/** Puts them among the staff, so that histories show their names; nobody can sign in as one of them. */
export async function keepOfficials(departmentIds: readonly string[]): Promise<void> {
  const passwordHash = await hashPassword(randomBytes(24).toString('base64url'));
  await StaffModel.bulkWrite(
    rowsOf(departmentIds).map(({ id, name, post, role, departmentId }) => ({
      updateOne: {
        filter: { _id: new Types.ObjectId(id) },
        update: {
          $setOnInsert: {
            login: `past-${id.slice(-4)}`,
            passwordHash,
            name,
            post,
            departmentId: departmentId === null ? null : new Types.ObjectId(departmentId),
            roles: [role],
            isLocked: true,
          },
        },
        upsert: true,
      },
    })),
  );
}
