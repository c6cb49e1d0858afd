import type { ClientSession, Types } from 'mongoose';
import { type Attachment, AttachmentModel } from '../attachment.model.ts';

/**
 * Makes what lies with a draft the case's, in the transaction that files it, and answers the ids, oldest first. Only rows move: the
 * bytes of a row were stored before it. Run again for the same draft and case it answers the same.
 */
export async function linkToCase(session: ClientSession, draftId: string, caseId: string): Promise<Types.ObjectId[]> {
  const ofDraft = { 'owner.kind': 'draft', 'owner.id': draftId, purpose: 'appeal' } as const;
  await AttachmentModel.updateMany(ofDraft, { $set: { owner: { kind: 'case', id: caseId } } }, { session });
  const linked = await AttachmentModel.find({ 'owner.kind': 'case', 'owner.id': caseId, purpose: 'appeal' })
    .session(session)
    .sort({ createdAt: 1, _id: 1 })
    .select('_id')
    .lean<Pick<Attachment, '_id'>[]>();
  return linked.map(({ _id }) => _id);
}
