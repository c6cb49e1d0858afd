import type { NotificationRules } from '#server/notifications/index.ts';

/** Of what the author of a petition is told. */
export const petitionRules: NotificationRules = {
  'petition.submitted': 'none',
  'petition.published': 'none',
  'petition.rejected': 'none',
  'petition.merged': 'none',
  'petition.withdrawn': 'none',
  'petition.threshold': 'none',
  'petition.failed': 'none',
  'petition.announced': 'none',
  'petition.prolonged': 'none',
  'petition.reviewed': 'none',
  'petition.answered': 'none',
  'petition.promise-kept': 'none',
  'petition.archived': 'none',
};
