import type { UpdateQuery } from 'mongoose';
import { type Incoming, removeAttachment, takeIn } from '#server/attachments/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import { draftFromOutside, noteFromOutside, recordAside } from '#server/register/index.ts';
import { type WorkLink, WorkLinkModel } from '../work-link.model.ts';
import { linkOf } from '../work-links.ts';

type Doing = { caseId: WorkLink['caseId']; actorId: string };
/** Does something by the link of a code, while it is good: 404 for a code that nobody was given, 410 `link.over`. Each deed is in the case's history. */
async function byLink(
  code: string,
  change: (tx: Transaction, doing: Doing, link: WorkLink) => Promise<UpdateQuery<WorkLink>['$set'] | undefined>,
): Promise<void> {
  const { link } = await linkOf(code);
  await transaction(async (tx) => {
    const good = { _id: link._id, revokedAt: null, expiresAt: { $gt: tx.at } };
    const used = await WorkLinkModel.findOneAndUpdate(
      good,
      { $set: { usedAt: tx.at } },
      { session: tx.session },
    ).lean<WorkLink>();
    if (!used) throw new Problem('link.over');
    const more = await change(tx, { caseId: link.caseId, actorId: String(link._id) }, used);
    if (more) await WorkLinkModel.updateOne({ _id: link._id }, { $set: more }, { session: tx.session });
  });
}
/** Says that they take it on; a second time says nothing new. */
export const acceptByLink = (code: string): Promise<void> =>
  byLink(code, async (tx, doing, { acceptedAt }) => {
    if (acceptedAt) return undefined;
    await recordAside(tx, doing, 'link-accepted');
    return { acceptedAt: tx.at };
  });
/** Leaves an internal note for the executor's staff. */
export const noteByLink = (code: string, text: string): Promise<void> =>
  byLink(code, (tx, doing) => noteFromOutside(tx, doing, text).then(() => undefined));
/** Hands in a draft of the answer, for the executor's staff to take up. */
export const draftByLink = (code: string, text: string): Promise<void> =>
  byLink(code, (tx, doing) => draftFromOutside(tx, doing, text).then(() => undefined));

/** Takes in a photo of what was done, cleaned as any other; refusals as `takeIn` says, and 422 `file.type` for what is no photo. */
export async function photoByLink(code: string, file: Pick<Incoming, 'name' | 'content' | 'field'>): Promise<void> {
  const { found } = await linkOf(code); // before a byte is read
  const owner = { kind: 'case', id: String(found._id) } as const;
  const { attachment } = await takeIn({ ...file, owner, purpose: 'after' });
  try {
    if (attachment.kind !== 'photo')
      throw new Problem('fields.invalid', { errors: [{ in: 'body', path: file.field ?? 'photo', code: 'file.type' }] });
    await byLink(code, async (tx, doing, { sentIds }) => {
      await recordAside(tx, doing, 'file-added');
      return { sentIds: [...sentIds, attachment._id] };
    });
  } catch (cause) {
    await removeAttachment({ owner, id: String(attachment._id) });
    throw cause;
  }
}
