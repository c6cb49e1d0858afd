/** Identity: staff, sessions and one-time codes. The only door into this folder. */

export { checkPhoneCode } from './commands/check-phone-code.ts';
export { requestPhoneCode } from './commands/request-phone-code.ts';
export { hashPassword, signInStaff } from './commands/sign-in-staff.ts';
export { codeMessage } from './phone-codes.ts';
export {
  beginSession,
  endSessionOf,
  findSession,
  type OpenedSession,
  openCaseFor,
  SESSIONS,
  sessionIdOf,
} from './sessions.ts';
export { RoleModel, StaffModel } from './staff.model.ts';
export { staffNames, staffWithRights } from './staff.queries.ts';
