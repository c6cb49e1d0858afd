/** What a member of staff may be trusted with. Roles are sets of these, kept as data; no rule ever names a role. */
export const PERMISSIONS = [
  'case.readAny',
  'case.enter',
  'case.register',
  'case.assign',
  'case.work',
  'case.control',
  'case.sign',
  'case.firstHead',
  'case.publish',
  'case.forward',
  'case.decide',
  'case.extend',
  'case.merge',
  'case.reclassify',
  'answer.deliver',
  'petition.moderate',
  'petition.review',
  'publicity.switch',
  'person.search',
  'person.reveal',
  'staff.manage',
  'reference.manage',
  'messages.manage',
  'reports.read',
  'audit.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * What nobody can hand to a substitute. Whoever stands in for somebody does that person's work on cases; who is trusted with
 * what, what the city sets for all, and who watches over both are not work that waits for anybody's return. Who managed staff by
 * a delegation could lengthen it or make others, and who read the audit by one would watch over themselves.
 */
const NOT_DELEGATED: readonly Permission[] = ['staff.manage', 'reference.manage', 'messages.manage', 'audit.read'];
/** What somebody who is away can have a colleague do in their place. */
export const DELEGABLE: readonly Permission[] = PERMISSIONS.filter((one) => !NOT_DELEGATED.includes(one));
