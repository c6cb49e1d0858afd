/** What a member of staff may be trusted with. Roles are sets of these, kept as data; no rule ever names a role. */
export const PERMISSIONS = [
  'case.readAny',
  'case.enter',
  'case.register',
  'case.assign',
  'case.work',
  'case.control',
  'case.sign',
  'case.publish',
  'publicity.switch',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
