import { type Attachment, attachmentById } from '#server/attachments/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { type Actor, authorize, inPlaceOf, type StandIn, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { asideEvent } from './case.history.ts';
import { type Case, CaseModel } from './case.model.ts';
import { casePolicy } from './case.policy.ts';

/** The case of that id for somebody who may use this permission on it, and in whose place they do; 404 where they may not read it, 403 where they may not do this. */
export async function caseFor(
  actor: Actor | Visitor,
  permission: 'case.illustrate' | 'case.publish' | 'desk.read' | 'note.write' | 'case.switchTexts',
  caseId: string,
): Promise<{ actor: Actor; found: Case; place: StandIn | null }> {
  const found = await CaseModel.findById(caseId).lean<Case>();
  if (!found || !actor) throw new Problem('not-found');
  authorize(actor, casePolicy, permission, found);
  return { actor, found, place: inPlaceOf(actor, casePolicy, permission, found) };
}
/** The file of that id, where it is this case's; 404 otherwise. */
export async function fileOf(caseId: string, fileId: string): Promise<Attachment> {
  const file = await attachmentById(fileId);
  if (file?.owner.kind !== 'case' || file.owner.id !== caseId) throw new Problem('not-found');
  return file;
}
/** Who did something to a file, and in whose place. */
interface Handler {
  actor: Actor;
  place: StandIn | null;
}
/** Notes in the history what was done to a file; `gone` is one that is shown to nobody from now on. Answers the case as it is then. */
export const recordFile = ({ actor, place }: Handler, caseId: string, what: string, gone?: Attachment): Promise<Case> =>
  transaction(async (tx) => {
    const shown = gone ? { $pull: { 'publication.photoIds': gone._id } } : {};
    const found = await CaseModel.findByIdAndUpdate(caseId, shown, {
      session: tx.session,
      returnDocument: 'after',
    }).lean<Case>();
    if (!found) throw new Problem('not-found');
    await recordEvent({ ...tx, place }, asideEvent(found, what, { actorId: actor.id, docDigest: null }));
    return found;
  });
