import { createHash, randomBytes } from 'node:crypto';
import { model, Schema, type Types } from 'mongoose';
import { crockford } from '#server/platform/secrets.ts';

/** A way to one case for somebody outside who has no account: what they may see and do stands in `work-link.presenter.ts` and the commands. */
export interface WorkLink {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  /** The main executor of the time: a link ends when the case goes to another. */
  departmentId: Types.ObjectId;
  /** What staff call whoever has it. */
  label: string;
  /** What its maker wants to be done, beside the resolution; null where that says it all. */
  task: string | null;
  /** Photos that its maker shows; of these only the copies for everybody. */
  shownIds: Types.ObjectId[];
  /** Photos that came by it. */
  sentIds: Types.ObjectId[];
  /** Of the code in its address, which is told once and kept nowhere. */
  digest: string;
  madeById: string;
  madeAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  acceptedAt: Date | null;
  /** When last something was done by it; to look changes nothing. */
  usedAt: Date | null;
}
const { ObjectId } = Schema.Types;
const id = { type: ObjectId, required: true } as const;
const words = { type: String, required: true } as const;
const moment = { type: Date, default: null } as const;

export const WorkLinkModel = model(
  'WorkLink',
  new Schema<WorkLink>(
    {
      caseId: id,
      departmentId: id,
      label: words,
      task: { type: String, default: null },
      shownIds: [ObjectId],
      sentIds: [ObjectId],
      digest: words,
      madeById: words,
      madeAt: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
      revokedAt: moment,
      acceptedAt: moment,
      usedAt: moment,
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'work_links',
);

/** Characters of a code, five bits each: 130 bits. */
const LENGTH = 26;
/** A code that nobody was given before. */
export const newWorkCode = (): string => crockford(randomBytes(LENGTH), LENGTH);
/** What is kept of a code: it has too many bits to be tried, so that no salt is needed. */
export const digestOf = (code: string): string => createHash('sha256').update(code).digest('base64url');
/** Whether this can be a code at all. */
export const isWorkCode = (said: string): boolean => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(said);
