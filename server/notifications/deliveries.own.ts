import type { QueryFilter } from 'mongoose';
import type { DeliveryChannel, DeliveryState } from '#shared/domain/delivery.ts';
import { type Delivery, DeliveryModel, type MessageTemplate } from './delivery.model.ts';

/** By which way, as whom, and about which cases somebody is written to. */
export interface AddressedTo {
  channel: DeliveryChannel;
  recipientIds: readonly string[];
  caseIds: readonly string[];
}
/** One message as its addressee may see it: what it was about and how it fared, and never its words. */
interface OwnMessage {
  caseId: string;
  channel: DeliveryChannel;
  template: MessageTemplate;
  state: DeliveryState;
  /** Why it is so: a code. */
  cause: string;
  /** When it was called for. */
  at: Date;
  /** When it came to this state. */
  since: Date;
  /** It is not sent before this. */
  notBefore: Date;
}
type Row = Pick<Delivery, 'subject' | 'channel' | 'template' | 'state' | 'changes' | 'notBefore'>;
const ownMessage = ({ subject, channel, template, state, changes, notBefore }: Row): OwnMessage => ({
  caseId: subject.id,
  channel,
  template,
  state,
  cause: changes.at(-1)?.cause ?? '',
  at: changes[0]?.at ?? notBefore,
  since: changes.at(-1)?.at ?? notBefore,
  notBefore,
});

/** Messages about cases to these addressees that were called for since then, newest first, and how many there are in all. */
export async function messagesTo(
  addressed: readonly AddressedTo[],
  { since, skip, limit }: { since: Date; skip: number; limit: number },
): Promise<{ items: OwnMessage[]; total: number }> {
  const ways = addressed.filter(({ recipientIds }) => recipientIds.length > 0);
  if (ways.length === 0) return { items: [], total: 0 };
  const theirs: QueryFilter<Delivery> = {
    'changes.0.at': { $gte: since },
    $or: ways.map(({ channel, recipientIds, caseIds }) => ({
      'recipient.id': { $in: [...recipientIds] },
      'recipient.kind': 'person',
      'subject.kind': 'case',
      'subject.id': { $in: [...caseIds] },
      channel,
    })),
  };
  const [total, rows] = await Promise.all([
    DeliveryModel.countDocuments(theirs),
    DeliveryModel.find(theirs)
      .sort({ 'changes.0.at': -1, _id: -1 })
      .skip(skip)
      .limit(limit)
      .select('subject channel template state changes notBefore')
      .lean<Row[]>(),
  ]);
  return { items: rows.map(ownMessage), total };
}
