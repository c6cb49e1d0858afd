/** Identity: staff, sessions and one-time codes. The only door into this folder. */

export { checkCode } from './commands/check-code.ts';
export { requestEmailCode, requestPhoneCode } from './commands/request-code.ts';
export { hashPassword, signInStaff } from './commands/sign-in-staff.ts';
export { codeMessage } from './contact-codes.ts';
export {
  beginSession,
  endSessionOf,
  findSession,
  type OpenedSession,
  openCaseFor,
  openJoinedCaseFor,
  SESSIONS,
  sessionIdOf,
} from './sessions.ts';
export { RoleModel, StaffModel } from './staff.model.ts';
export { staffNames, staffWithRights } from './staff.queries.ts';
