import { Types } from 'mongoose';
import { recordEvent } from '#server/history/index.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { type Actor, holderOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { WRONG_STATES } from '#shared/contract/messages.ts';
import type { ResendReason } from '#shared/domain/resend.ts';
import { recipientOf } from '../audience.ts';
import { nextRound } from '../delivery.again.ts';
import { type Delivery, DeliveryModel } from '../delivery.model.ts';
import { isCode } from '../recipient.ts';

/** Told to nobody but the case's own history. */
export const MESSAGE_RESENT = 'message.resent';

/**
 * Plans a message once more, as the round after this one; answers the new row. Refusals: 404; 409 `message.not-resendable` for
 * one that is under way or arrived, a code, one that was sent again already, and where its addressee wants no messages any more.
 */
export async function resendMessage(
  actor: Actor | Visitor,
  id: string,
  reason: ResendReason,
): Promise<Pick<Delivery, '_id' | 'round'>> {
  const operator = holderOf(actor, 'answer.deliver');
  const row = await DeliveryModel.findById(id).lean<Delivery>();
  if (!row) throw new Problem('not-found');
  if (isCode(row.recipient.kind) || !WRONG_STATES.some((state) => state === row.state))
    throw new Problem('message.not-resendable');
  const recipient = await recipientOf(row.subject, row.recipient);
  if (!recipient) throw new Problem('message.not-resendable');
  try {
    return await transaction(async (tx) => {
      const next = { _id: new Types.ObjectId(), ...nextRound(row, recipient, tx.at) };
      if (next.state !== 'planned') throw new Problem('message.not-resendable');
      await DeliveryModel.insertMany([next], { session: tx.session, lean: true });
      if (row.subject.kind === 'case')
        await recordEvent(tx, {
          kind: MESSAGE_RESENT,
          subject: row.subject,
          actorId: operator.id,
          from: null,
          to: null,
          reasonCode: reason,
          docDigest: null,
          facts: { template: row.template, channel: row.channel, round: next.round },
        });
      return next;
    });
  } catch (error) {
    if (isDuplicate(error)) throw new Problem('message.not-resendable');
    throw error;
  }
}
