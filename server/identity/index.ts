/** Identity: staff, sessions, one-time codes and electronic identification. The only door into this folder. */

export { codesAsked, useCodeLimits } from './code-counts.ts';
export { checkCode } from './commands/check-code.ts';
export { requestEmailCode, requestPhoneCode } from './commands/request-code.ts';
export { bringSecondFactor, hashPassword, isPasswordOf, signInStaff } from './commands/sign-in-staff.ts';
export { codeMessage } from './contact-codes.ts';
export { type Delegation, DelegationModel } from './delegation.model.ts';
export { beginEid, type EidSecrets, type EidSettings, finishEid, isEidOffered, useEid } from './eid.ts';
export type { EidPerson } from './eid-person.ts';
export type { EidRefusal } from './eid-refusal.ts';
export {
  beginSession,
  endSessionOf,
  endSessionsOf,
  findSession,
  type OpenedSession,
  openCaseFor,
  openJoinedCaseFor,
  openSessions,
  SESSIONS,
  sessionIdOf,
} from './sessions.ts';
export { type Role, RoleModel, type Staff, StaffModel } from './staff.model.ts';
export { type StaffRights, staffAtWork, staffNames, staffWithRights } from './staff.queries.ts';
export { newRecoveryCodes, newTotp, stepOfCode, totpToEnrol } from './totp.ts';
