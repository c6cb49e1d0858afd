import type { NotificationRules } from '#server/notifications/index.ts';

/** Of what the author of a petition is told, and that nobody is told of what becomes of signatures and of the charter. */
export const petitionRules: NotificationRules = {
  'petition.submitted': 'none',
  'petition.suggested': 'none',
  'petition.revised': 'none',
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
  'petition.signatures-released': 'none',
  'petition.signatures-removed': 'none',
  'petition.charter-changed': 'none',
};
