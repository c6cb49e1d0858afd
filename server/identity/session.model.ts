import { model, Schema } from 'mongoose';

/** A session; `_id` is the hash of its token, which is kept nowhere. */
export interface Session {
  _id: string;
  kind: 'staff' | 'resident' | 'caseHolder';
  staffId: string | null;
  /** E.164 in the keyed hash of people, for residents who proved a phone. */
  phoneHashes: string[];
  /** The same of an e-mail address that was proved. */
  emailHashes: string[];
  /** Cases whose access code was shown to or given by this session. */
  openedCaseIds: string[];
  /** Cases that this session's person joined. */
  joinedCaseIds: string[];
  createdAt: Date;
  /** Staff are signed out after an idle hour; the time is moved on at most once a minute. */
  seenAt: Date;
  expiresAt: Date;
}
const ids = { type: [String], default: [] };

/** Sessions of everybody; MongoDB drops those that ran out. */
export const SessionModel = model(
  'Session',
  new Schema<Session>(
    {
      _id: { type: String, required: true },
      kind: { type: String, required: true },
      staffId: { type: String, default: null },
      phoneHashes: ids,
      emailHashes: ids,
      openedCaseIds: ids,
      joinedCaseIds: ids,
      createdAt: { type: Date, required: true },
      seenAt: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'sessions',
);
