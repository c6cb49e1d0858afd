import { hash, verify } from '@node-rs/argon2';
import { Problem } from '#server/platform/problem.ts';
import { beginSession, type OpenedSession } from '../sessions.ts';
import { type Staff, StaffModel } from '../staff.model.ts';

/** OWASP's advice for Argon2id: 19 MiB, two passes. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** A password as it is kept. */
export const hashPassword = (password: string): Promise<string> => hash(password, COSTS);

let decoy: Promise<string> | null = null;
/** What a wrong login is checked against, so that it takes as long as a wrong password. */
const nobody = (): Promise<string> => {
  decoy ??= hashPassword('nobody has this password');
  return decoy;
};

/** Signs in a member of staff; 401 `sign-in.wrong` says nothing of which part was wrong. */
export async function signInStaff(login: string, password: string): Promise<OpenedSession> {
  const staff = await StaffModel.findOne({ login: login.toLowerCase() }).lean<Staff>();
  const isRight = await verify(staff?.passwordHash ?? (await nobody()), password);
  if (!staff || !isRight || staff.isLocked) throw new Problem('sign-in.wrong');
  return beginSession({ kind: 'staff', staffId: String(staff._id) });
}
