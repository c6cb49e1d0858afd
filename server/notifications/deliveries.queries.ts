import type { Subject } from '#server/platform/outbox.ts';
import type { DeliveryChannel, DeliveryState } from '#shared/domain/delivery.ts';
import { type Delivery, DeliveryModel, type MessageTemplate } from './delivery.model.ts';
import { isCode } from './recipient.ts';

/** One message about a subject as staff see it: by what way and what it told, how far it came and since when. */
export interface DeliveryLine {
  channel: DeliveryChannel;
  template: MessageTemplate;
  state: DeliveryState;
  at: Date;
  /** Parts of a text that are paid for, and their cost in kopiykas; null for what costs nothing. */
  parts: number | null;
  kopiykas: number | null;
}
/** The last messages about a subject, so many at the most and oldest first. */
export async function deliveriesOf({ kind, id }: Subject, most = 1_000): Promise<DeliveryLine[]> {
  const rows = await DeliveryModel.find({ 'subject.kind': kind, 'subject.id': id })
    .sort({ _id: -1 })
    .limit(most)
    .select('channel template state changes notBefore parts cost')
    .lean<Pick<Delivery, 'channel' | 'template' | 'state' | 'changes' | 'notBefore' | 'parts' | 'cost'>[]>();
  return rows.reverse().map(({ channel, template, state, changes, notBefore, parts, cost }) => ({
    channel,
    template,
    state,
    at: changes.at(-1)?.at ?? notBefore,
    parts: cost && parts,
    kopiykas: cost?.kopiykas ?? null,
  }));
}

/** What the relay needs of a message that is to be queued. */
export interface DueDelivery {
  id: string;
  channel: DeliveryChannel;
  isCode: boolean;
}
/**
 * Messages whose hour has come, earliest first: to be sent, queued again where their job was lost, or asked after. The type is
 * named because MongoDB walks the partial index of open rows for no less, and else the whole ledger every few seconds.
 */
export async function* dueDeliveries(at: Date): AsyncGenerator<DueDelivery> {
  const due = DeliveryModel.find({ dueAt: { $type: 'date', $lte: at } })
    .sort({ dueAt: 1 })
    .select('recipient channel')
    .lean<DueRow>();
  for await (const row of due.cursor()) yield dueOf(row as DueRow);
}
type DueRow = Pick<Delivery, '_id' | 'recipient' | 'channel'>;
const dueOf = ({ _id, recipient, channel }: DueRow): DueDelivery => ({
  id: String(_id),
  channel,
  isCode: isCode(recipient.kind),
});
/** The collection of the ledger and what a follower of its inserts has to read. */
export const LEDGER = { collection: DeliveryModel.collection.name, fields: ['recipient', 'channel', 'dueAt'] } as const;
/** A new row of the ledger, as the change stream shows it, where it is to be sent at once; else null. */
export function dueNow(document: Record<string, unknown>, at: Date): DueDelivery | null {
  const row = document as DueRow & Pick<Delivery, 'dueAt'>;
  return row.dueAt && row.dueAt <= at ? dueOf(row) : null;
}
