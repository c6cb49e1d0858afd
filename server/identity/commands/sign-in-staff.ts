import { hash, verify } from '@node-rs/argon2';
import { now } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { openContact, sealContact } from '#server/platform/secrets.ts';
import { beginSession, type OpenedSession } from '../sessions.ts';
import { beginTry, type CountedTry } from '../sign-in-delays.ts';
import { type Staff, StaffModel, type Totp } from '../staff.model.ts';
import { takeSecondFactor } from '../totp.ts';

/** OWASP's advice for Argon2id: 19 MiB, two passes. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** A password as it is kept. */
export const hashPassword = (password: string): Promise<string> => hash(password, COSTS);
/** True where the password is the one that was kept. */
export const isPasswordOf = ({ passwordHash }: Pick<Staff, 'passwordHash'>, password: string): Promise<boolean> =>
  verify(passwordHash, password);

let decoy: Promise<string> | null = null;
/** What a wrong login is checked against, so that it takes as long as a wrong password. */
const nobody = (): Promise<string> => {
  decoy ??= hashPassword('nobody has this password');
  return decoy;
};

/** What a member of staff signs in with; `totp` is a code of their app or a recovery code. */
export interface StaffKeys {
  login: string;
  password: string;
  totp?: string | undefined;
}
/** A session, or, where the password is right and a code is still wanted, a ticket with which to bring it. */
type SignedIn = { session: OpenedSession } | { ticket: string };

const confirmedTotp = ({ totp }: Staff): Totp | null => (totp?.confirmedAt ? totp : null);
const maySignIn = (staff: Staff): boolean =>
  !staff.isLocked && (staff.oneTimeUntil === null || staff.oneTimeUntil > now());

async function letIn(staff: Staff, tried: CountedTry, code: string | undefined): Promise<SignedIn> {
  const totp = confirmedTotp(staff);
  if (totp && code === undefined) {
    await tried.goesOn();
    return { ticket: writeTicket(String(staff._id)) };
  }
  if (totp && !(await takeSecondFactor(staff, totp, code ?? ''))) throw new Problem('sign-in.wrong');
  await tried.succeeded();
  return { session: await beginSession({ kind: 'staff', staffId: String(staff._id) }) };
}

/**
 * Signs in a member of staff from an address. 401 `sign-in.wrong` says nothing of which part was wrong, 429 `sign-in.wait`
 * comes after failures, whether there is such a login or not.
 */
export async function signInStaff(keys: StaffKeys, address: string): Promise<SignedIn> {
  const login = keys.login.toLowerCase();
  const tried = await beginTry({ login, address });
  const staff = await StaffModel.findOne({ login }).lean<Staff>();
  const isRight = await verify(staff?.passwordHash ?? (await nobody()), keys.password);
  if (!staff || !isRight || !maySignIn(staff)) throw new Problem('sign-in.wrong');
  return letIn(staff, tried, keys.totp);
}

const TICKET_MS = 5 * 60_000;
const TICKET = 'sign-in ticket';
/** Says that somebody's password was right a moment ago; nobody but us can read or make one. */
function writeTicket(staffId: string): string {
  const { keyId, box } = sealContact(`${staffId} ${now().getTime() + TICKET_MS}`, TICKET);
  return `${keyId}.${box.toString('base64url')}`;
}
function readTicket(ticket: string): string | null {
  const [keyId = '', box = ''] = ticket.split('.');
  try {
    const [staffId = '', until = ''] = openContact({ keyId, box: Buffer.from(box, 'base64url') }, TICKET).split(' ');
    return Number(until) > now().getTime() ? staffId : null;
  } catch {
    return null; // made by somebody else, or under a key that is gone
  }
}
/** Goes on with a sign-in whose password was right: 401 `sign-in.required` once five minutes have passed, else as `signInStaff`. */
export async function bringSecondFactor(ticket: string, code: string, address: string): Promise<OpenedSession> {
  const staffId = readTicket(ticket);
  const staff = staffId ? await StaffModel.findById(staffId).lean<Staff>() : null;
  if (!staff) throw new Problem('sign-in.required');
  const tried = await beginTry({ login: staff.login, address });
  if (!maySignIn(staff)) throw new Problem('sign-in.wrong');
  const come = await letIn(staff, tried, code);
  if ('ticket' in come) throw new Error('A code was brought and another one asked for.');
  return come.session;
}
