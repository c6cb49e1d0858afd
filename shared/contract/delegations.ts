import * as z from 'zod/mini';
import { DELEGABLE, PERMISSIONS } from '#shared/domain/permissions.ts';
import { endpoint } from './endpoint.ts';
import { even, id, legalDate, moment, words, wrong } from './fields.ts';

/** How a delegation stands today: its first day is yet to come, it counts, its last day is over, or it was taken back. */
const DELEGATION_STATES = ['ahead', 'in-force', 'over', 'revoked'] as const;
const Person = z.object({ id: id(), name: z.nullable(z.string()) });
/** That somebody works in a colleague's place for some days (заміщення). */
export const StaffDelegation = z.object({
  id: id(),
  giver: Person,
  taker: Person,
  permissions: z.array(z.enum(PERMISSIONS)),
  from: legalDate(),
  to: legalDate(),
  reason: z.string(),
  madeAt: moment(),
  state: z.enum(DELEGATION_STATES),
});
export type StaffDelegation = z.infer<typeof StaffDelegation>;

/** Who works in whose place. */
export const listDelegations = endpoint({
  method: 'GET',
  path: '/api/v1/delegations',
  summary: 'Who works in whose place and when, the latest days first; the 200 latest',
  replies: { 200: z.object({ items: z.array(StaffDelegation), next: z.null() }) },
  problems: [],
  permission: 'staff.manage',
});

/** A new one; the days are those of Kyiv, both included. */
export const NewDelegation = z
  .strictObject({
    giverId: id(),
    takerId: id(),
    permissions: z.array(z.enum(PERMISSIONS)).check(
      z.maxLength(PERMISSIONS.length),
      z.check((ctx) => {
        if (ctx.value.length === 0) ctx.issues.push({ ...wrong('field.required'), input: ctx.value });
        else if (!ctx.value.every((one) => DELEGABLE.includes(one)))
          ctx.issues.push({ ...wrong('permission.not-delegable'), input: ctx.value });
      }),
    ),
    from: legalDate(),
    to: legalDate(),
    reason: words({ min: 3, max: 200 }),
  })
  .check(
    even(
      z.check((ctx) => {
        const { giverId, takerId, from, to } = ctx.value;
        if (giverId && giverId === takerId) ctx.issues.push({ ...wrong('staff.same', ['takerId']), input: ctx.value });
        if (from && to && to < from) ctx.issues.push({ ...wrong('date.before-first', ['to']), input: ctx.value });
      }),
    ),
  );
export type NewDelegation = z.infer<typeof NewDelegation>;
/** Lets somebody work in a colleague's place. */
export const makeDelegation = endpoint({
  method: 'POST',
  path: '/api/v1/delegations',
  summary: 'Let somebody work in a colleague’s place for some days, with part of what that colleague may do',
  body: NewDelegation,
  replies: { 201: StaffDelegation },
  problems: ['staff.oneself'],
  permission: 'staff.manage',
});
/** Takes it back at once. */
export const revokeDelegation = endpoint({
  method: 'POST',
  path: '/api/v1/delegations/{id}/revoke',
  summary: 'Take a delegation back at once; one that is over or was taken back stays as it is',
  params: z.object({ id: id() }),
  body: z.strictObject({}),
  replies: { 200: StaffDelegation },
  problems: [],
  permission: 'staff.manage',
});
