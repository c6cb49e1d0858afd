import { now } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { caseFor } from '../case.files.ts';
import { MentionModel } from '../note.model.ts';
import { unreadMentions } from '../notes.queries.ts';

/** Marks the notes of a case that name somebody as read by them, and answers how many unread ones they have left. */
export async function seeNotes(viewer: Actor | Visitor, caseId: string): Promise<number> {
  const { actor, found } = await caseFor(viewer, 'desk.read', caseId);
  await MentionModel.updateMany({ staffId: actor.id, caseId: found._id, readAt: null }, { $set: { readAt: now() } });
  return unreadMentions(actor);
}
