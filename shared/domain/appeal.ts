/** The kinds of an appeal: пропозиція, заява (клопотання), скарга (Law 393/96-ВР, art. 3). */
export const APPEAL_KINDS = ['application', 'proposal', 'complaint'] as const;
export type AppealKind = (typeof APPEAL_KINDS)[number];

/** How the applicant wishes to be answered. */
export const REPLY_WAYS = ['page', 'email', 'post', 'phone'] as const;
export type ReplyWay = (typeof REPLY_WAYS)[number];

/** By what way an appeal reached the city. Only `web` and `api` show the number at once. */
export const CHANNELS = ['web', 'api', 'phone', 'post', 'reception'] as const;
export type Channel = (typeof CHANNELS)[number];
/** The channels by which staff enter an appeal for somebody. */
export const STAFF_CHANNELS = ['phone', 'post', 'reception'] as const satisfies readonly Channel[];
/** True where what was brought was said, not written. */
export const isOralChannel = (channel: Channel): boolean => channel === 'phone' || channel === 'reception';
/** True where the applicant saw the public number at the press of the button, so no text need bring it. */
export const showsNumber = (channel: Channel): boolean => channel === 'web' || channel === 'api';

/** What a signed answer comes to (classifier of appeals, CMU 858, section 9: 9.1, 9.2, 9.3). */
export const ANSWER_RESULTS = ['resolved', 'explained', 'refused'] as const;
export type AnswerResult = (typeof ANSWER_RESULTS)[number];

/**
 * Whether it was raised before (CMU 858, section 2): primary, repeated (the first was not settled), duplicate (the same by another
 * way), multiple (again while or after it is considered), mass (the same words of many).
 */
export const RECURRENCES = ['2.1', '2.2', '2.3', '2.4', '2.5'] as const;

/** What a resident is told of a case, in one list for pages, texts, map and API. */
export const PUBLIC_STATUSES = [
  'received',
  'in_work',
  'planned',
  'resolved',
  'explained',
  'refused',
  'forwarded',
  'not_considered',
] as const;
export type PublicStatus = (typeof PUBLIC_STATUSES)[number];

/**
 * Groups of questions that tell of need, health, home and family (CMU 858, part II: 6, 8, 10, 13). A number is sold anew and
 * families share phones, so cases of these are shown to nobody on the strength of a phone alone.
 */
export const PRIVATE_GROUPS = [6, 8, 10, 13] as const;

/** Why an executor declines or an answer goes back; words for them are texts. */
export const REASON_CODES = [
  'not-ours',
  'incomplete',
  'off-the-point',
  'not-done',
  'new-facts',
  'personal-data',
  'safety',
  'applicant-asked',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** How well a place is known. Only `house` has a point: anything coarser would put a pin where nobody said. */
export const ACCURACIES = ['house', 'street', 'district', 'none'] as const;
export type Accuracy = (typeof ACCURACIES)[number];

/** Benefits that put an appeal first (art. 20(3)), or before the first head in person (arts. 14-16). */
export const BENEFITS = ['war-disability', 'hero', 'combatant', 'disability', 'large-family', 'other-benefit'] as const;
export type Benefit = (typeof BENEFITS)[number];
/** In what order cases are taken up. */
export const PRIORITIES = ['none', 'benefit', 'first_head'] as const;
export type Priority = (typeof PRIORITIES)[number];
/** The priority that a stated benefit gives. */
export const priorityOf = (benefit: Benefit | undefined): Priority => {
  if (!benefit) return 'none';
  return benefit === 'war-disability' || benefit === 'hero' ? 'first_head' : 'benefit';
};

/** How one case can stand to another. */
export const LINK_KINDS = ['repeatOf', 'duplicateOf', 'mergedInto', 'partOf'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
/** How closely a case is watched until its answer is carried out. */
export const CONTROL_KINDS = ['normal', 'special'] as const;
export type ControlKind = (typeof CONTROL_KINDS)[number];
/** By which law a case is handled: that on appeals, or that on administrative procedure (Law 2073-IX). */
export const PROCEDURES = ['appeal', 'admin'] as const;
export type Procedure = (typeof PROCEDURES)[number];

/** Days within which the applicant is asked whether the matter is settled, counted from the day of the answer. */
export const FEEDBACK_DAYS = 10;

/**
 * What of reaching its applicant goes wrong with a case, kept on it so that lists can be made of it: the one contact worth a code
 * was not proved; the last text that had an end did not arrive, or nobody can tell.
 */
export const CASE_MARKS = ['contact_unproved', 'text_failed'] as const;
export type CaseMark = (typeof CASE_MARKS)[number];
/** Hours within which a contact may still be proved before anybody is bothered with it. */
export const HOURS_TO_PROVE = 24;

/** By what right somebody has a part in a case. */
export const PART_ROLES = ['applicant', 'coAuthor', 'signatory', 'representative'] as const;
export type PartRole = (typeof PART_ROLES)[number];
