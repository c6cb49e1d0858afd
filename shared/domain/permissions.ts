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
  'case.forward',
  'case.decide',
  'case.extend',
  'case.merge',
  'case.reclassify',
  'publicity.switch',
  'person.search',
  'person.reveal',
  'staff.manage',
  'reference.manage',
  'reports.read',
  'audit.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
