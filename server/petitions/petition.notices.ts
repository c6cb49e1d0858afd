import type { NotificationRules } from '#server/notifications/index.ts';

/** Of what the author of a petition is told, and those who signed it and wished to hear of it. */
export const petitionRules: NotificationRules = {
  'petition.submitted': 'none',
  'petition.forwarded': { email: 'petition.forwarded' },
  'petition.corrected': { email: 'petition.forwarded' },
  'petition.suggested': { email: 'petition.suggested' },
  'petition.revised': 'none',
  'petition.published': { sms: 'petition.published', email: 'petition.published' },
  'petition.rejected': { sms: 'petition.rejected', email: 'petition.rejected' },
  'petition.merged': { email: 'petition.merged' },
  'petition.withdrawn': 'none',
  'petition.threshold': { sms: 'petition.threshold', email: 'petition.threshold' },
  'petition.failed': { sms: 'petition.failed', email: 'petition.failed' },
  'petition.announced': { email: 'petition.announced' },
  'petition.prolonged': 'none',
  'petition.reviewed': 'none',
  'petition.answered': { sms: 'petition.answered', email: 'petition.answered' },
  'petition.promise-kept': 'none',
  'petition.archived': 'none',
  'petition.council-near': { email: 'petition.council' },
  'petition.council-all': { email: 'petition.council' },
  'petition.root-made': { email: 'petition.root' },
  'petition.dates-moved': 'none',
  'petition.signatures-released': 'none',
  'petition.signatures-removed': 'none',
  'petition.charter-changed': 'none',
};
