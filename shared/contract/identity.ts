import * as z from 'zod/mini';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import { endpoint } from './endpoint.ts';
import { caseNumber, email, id, legalDate, mobile, moment, text } from './fields.ts';

const CodeOnItsWay = z.object({ codeId: id(), expiresAt: moment(), resendAt: moment() });
/** A one-time code to a phone; whether the phone is known here is never told. */
export const requestPhoneCode = endpoint({
  method: 'POST',
  path: '/api/v1/phone-codes',
  summary: 'Send a one-time code to a mobile number',
  body: z.strictObject({ phone: mobile() }),
  replies: { 202: CodeOnItsWay },
  problems: ['too-many-requests', 'codes.stopped'],
  permission: 'anyone',
});
/** The same to an e-mail address. */
export const requestEmailCode = endpoint({
  method: 'POST',
  path: '/api/v1/email-codes',
  summary: 'Send a one-time code to an e-mail address',
  body: z.strictObject({ email: email() }),
  replies: { 202: CodeOnItsWay },
  problems: ['too-many-requests'],
  permission: 'anyone',
});

/** Six digits however they were pasted. */
const oneTimeCode = () =>
  z.string().check(
    z.overwrite((typed) => typed.replace(/[\s-]/g, '')),
    z.regex(/^\d{6}$/),
  );
/** Ten Crockford characters: case, spaces and dashes do not matter, O is 0, I and L are 1 (Crockford's base 32). */
const accessCode = () =>
  z.string().check(
    z.maxLength(40),
    z.overwrite((typed) => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')),
    z.regex(/^[0-9A-HJKMNP-TV-Z]{10}$/),
  );
/** A code of an app or, where the phone is gone, a recovery code, however it was typed. */
const secondFactor = () =>
  z.string().check(
    z.maxLength(40),
    z.overwrite((typed) => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')),
    z.regex(/^(\d{6}|[0-9A-HJKMNP-TV-Z]{10})$/),
  );
/** The second step of a sign-in on a page. */
export const SecondFactor = z.strictObject({ totp: secondFactor() });
export const CodeSignIn = z.strictObject({ codeId: id(), code: oneTimeCode() });
export const StaffSignIn = z.strictObject({
  login: text({ min: 1, max: 60 }),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  totp: z.optional(secondFactor()),
});
export const CaseSignIn = z.strictObject({ number: caseNumber(), accessCode: accessCode() });
const SignIn = z.union([CodeSignIn, StaffSignIn, CaseSignIn]);

/** A session for API clients: send `Authorization: Bearer <token>`. Pages get a cookie instead. */
export const openSession = endpoint({
  method: 'POST',
  path: '/api/v1/sessions',
  summary:
    'Sign in with a code to a phone or an e-mail address, a staff password, or the number and access code of one case',
  body: SignIn,
  replies: {
    201: z.object({ token: z.string(), kind: z.enum(['staff', 'resident', 'caseHolder']), expiresAt: moment() }),
  },
  problems: ['sign-in.wrong', 'sign-in.code-needed', 'sign-in.wait', 'code.exhausted', 'too-many-requests'],
  permission: 'anyone',
});
/** Who is asking. */
export const Me = z.object({
  kind: z.enum(['staff', 'resident', 'caseHolder']),
  name: z.nullable(z.string()),
  post: z.nullable(z.string()),
  departmentId: z.nullable(id()),
  /** Of their own roles and of those in whose place they work today. */
  permissions: z.array(z.enum(PERMISSIONS)),
  /** In whose place they work, with what of that person's rights, and until what day in Kyiv. */
  standsInFor: z.array(z.object({ name: z.string(), to: legalDate(), permissions: z.array(z.enum(PERMISSIONS)) })),
});
export type Me = z.infer<typeof Me>;
export const whoAmI = endpoint({
  method: 'GET',
  path: '/api/v1/me',
  summary: 'The signed-in person and their permissions',
  replies: { 200: Me },
  problems: ['sign-in.required'],
  permission: 'anyone',
});
/** Signing out deletes the session everywhere. */
export const closeSession = endpoint({
  method: 'DELETE',
  path: '/api/v1/sessions/current',
  summary: 'Sign out',
  replies: { 200: z.object({ isSignedOut: z.literal(true) }) },
  problems: [],
  permission: 'anyone',
});
