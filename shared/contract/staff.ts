import * as z from 'zod/mini';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import { endpoint } from './endpoint.ts';
import { code, email, id, moment, text, words, wrong } from './fields.ts';

/** A member of staff as those who manage accounts see them: nothing of passwords and second factors but whether they are there. */
export const StaffMember = z.object({
  id: id(),
  login: z.string(),
  name: z.string(),
  post: z.string(),
  departmentId: z.nullable(id()),
  /** Of their work; null where none was given. */
  email: z.nullable(z.string()),
  /** Who is told when their dates come near. */
  superiorId: z.nullable(id()),
  roles: z.array(z.string()),
  isLocked: z.boolean(),
  /** Until when a one-time password may be used; null for a password of their own. */
  oneTimeUntil: z.nullable(moment()),
  hasTotp: z.boolean(),
  /** How many sessions they have open now. */
  sessions: z.number(),
  /** Whether it is the account of whoever asks. */
  isOneself: z.boolean(),
});
export type StaffMember = z.infer<typeof StaffMember>;
/** A role: a name for a set of permissions. */
export const StaffRole = z.object({
  id: z.string(),
  name: z.string(),
  permissions: z.array(z.enum(PERMISSIONS)),
  needsTotp: z.boolean(),
  version: z.number(),
  /** How many accounts have it, locked ones too. */
  holders: z.number(),
});
export type StaffRole = z.infer<typeof StaffRole>;

/** Everybody who has an account, and the roles that there are. */
export const listStaff = endpoint({
  method: 'GET',
  path: '/api/v1/staff',
  summary: 'All accounts of staff by name, locked ones last, and the roles that there are',
  replies: { 200: z.object({ items: z.array(StaffMember), next: z.null(), roles: z.array(StaffRole) }) },
  problems: [],
  permission: 'staff.manage',
});

const facts = {
  name: words({ min: 3, max: 120 }),
  post: words({ min: 2, max: 120 }),
  departmentId: z.nullable(id()),
  /** Left as they are where nothing is said of them. */
  email: z.optional(z.nullable(email())),
  superiorId: z.optional(z.nullable(id())),
  roles: z.array(code()).check(
    z.maxLength(20),
    z.check((ctx) => {
      if (ctx.value.length === 0) ctx.issues.push({ ...wrong('role.unknown'), input: ctx.value });
    }),
  ),
};
/** What can be changed of an account later on; whoever changes roles ends the person's sessions with it. */
export const StaffFacts = z.strictObject(facts);
export type StaffFacts = z.infer<typeof StaffFacts>;
/** A new account. Logins are Latin letters, digits, dots and dashes; case does not matter. */
export const NewStaff = z.strictObject({
  login: text({ min: 3, max: 40 }).check(
    z.overwrite((typed) => typed.toLowerCase()),
    z.regex(/^[a-z][a-z0-9.-]*$/),
  ),
  ...facts,
});
export type NewStaff = z.infer<typeof NewStaff>;

/** An account, with the one-time password where the request made one: it is told this once. */
const Told = z.object({ member: StaffMember, password: z.nullable(z.string()) });

/** Opens an account. */
export const createStaff = endpoint({
  method: 'POST',
  path: '/api/v1/staff',
  summary: 'Open an account with a one-time password, told once, which the person must change at their first sign-in',
  body: NewStaff,
  replies: { 201: Told },
  problems: [],
  permission: 'staff.manage',
});
/** Changes who somebody is in the city's eyes. */
export const changeStaff = endpoint({
  method: 'POST',
  path: '/api/v1/staff/{id}',
  summary:
    'Change the name, post, department, work e-mail, superior and roles of an account; new roles end its sessions',
  params: z.object({ id: id() }),
  body: StaffFacts,
  replies: { 200: Told },
  problems: ['staff.oneself', 'staff.last-manager'],
  permission: 'staff.manage',
});
/** What can be done to an account without saying more; each but `unlock` ends its sessions. */
export const STAFF_DEEDS = ['lock', 'unlock', 'reset-password', 'reset-totp', 'sign-out'] as const;
export type StaffDeed = (typeof STAFF_DEEDS)[number];
/** Does one of them. */
export const actOnStaff = endpoint({
  method: 'POST',
  path: '/api/v1/staff/{id}/{deed}',
  summary:
    'Lock or unlock an account, give it a new one-time password, take its second factor away, or sign it out everywhere',
  params: z.object({ id: id(), deed: z.enum(STAFF_DEEDS) }),
  body: z.strictObject({}),
  replies: { 200: Told },
  problems: ['staff.oneself', 'staff.last-manager'],
  permission: 'staff.manage',
});
const roleFacts = {
  name: words({ min: 3, max: 60 }),
  permissions: z.array(z.enum(PERMISSIONS)).check(z.minLength(1), z.maxLength(PERMISSIONS.length)),
  /** Whether whoever has it must sign in with a second factor. */
  needsTotp: z.boolean(),
};
/** What a role is: a name, what it allows, and how whoever has it signs in. */
const RoleFacts = z.strictObject(roleFacts);
export type RoleFacts = z.infer<typeof RoleFacts>;
const ChangedRole = z.strictObject({ expectedVersion: z.int(), ...roleFacts });
export type ChangedRole = z.infer<typeof ChangedRole>;

/** Makes a role. */
export const createRole = endpoint({
  method: 'POST',
  path: '/api/v1/roles',
  summary: 'Make a role: a name for a set of permissions',
  body: RoleFacts,
  replies: { 201: StaffRole },
  problems: [],
  permission: 'staff.manage',
});
/** Changes one. */
export const changeRole = endpoint({
  method: 'POST',
  path: '/api/v1/roles/{role}',
  summary:
    'Change the name of a role, what it allows and whether it needs a second factor; where something is taken away, the sessions of those who have it end',
  params: z.object({ role: code() }),
  body: ChangedRole,
  replies: { 200: StaffRole },
  problems: ['version.stale', 'staff.oneself', 'staff.last-manager'],
  permission: 'staff.manage',
});
/** Takes one away. */
export const removeRole = endpoint({
  method: 'DELETE',
  path: '/api/v1/roles/{role}',
  summary: 'Take away a role that nobody has',
  params: z.object({ role: code() }),
  replies: { 200: z.object({ isRemoved: z.literal(true) }) },
  problems: ['role.held'],
  permission: 'staff.manage',
});
