import type { AttachedFile } from '#shared/contract/attachments.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { aRow } from './rows.ts';

/** A case of the register, whole, that nothing is special about: not published, with the applicant's consent to all. */
export const aCard = (over: Partial<CaseCard> = {}): CaseCard => ({
  ...aRow(1),
  text: 'На розі яма завглибшки з долоню.',
  fields: { kind: 'application' },
  questionGroup: 3,
  accuracy: 'house',
  districtCode: 'prymorskyi',
  answers: [],
  files: [],
  publication: {
    state: 'none',
    text: null,
    answer: null,
    photoIds: [],
    visibleFrom: null,
    ceiling: 'public',
    suggestion: 'public',
    isVisible: false,
    whyUnseen: 'unpublished',
  },
  feedback: [],
  applicants: [],
  answer: null,
  executors: [],
  links: [],
  awaitingApplicantSince: null,
  control: null,
  promise: null,
  procedure: 'appeal',
  extendedFrom: null,
  history: [],
  deliveries: [],
  can: {},
  may: { addFiles: false, revealApplicants: false, switchTexts: false, settleFeedback: false },
  ...over,
});
/** A photo that came with an appeal and has no copy for all; `n` tells files apart. */
export const aFile = (n: number, over: Partial<AttachedFile> = {}): AttachedFile => ({
  id: n.toString(16).padStart(24, 'f'),
  purpose: 'appeal',
  kind: 'photo',
  name: `IMG_${n}.jpg`,
  type: 'image/jpeg',
  bytes: 123_456,
  width: 1600,
  height: 1200,
  url: `/files/${n}`,
  thumbUrl: `/files/${n}/thumb`,
  hasPublicCopy: over.publicUrl !== undefined && over.publicUrl !== null,
  publicUrl: null,
  redactions: [],
  ...over,
});
