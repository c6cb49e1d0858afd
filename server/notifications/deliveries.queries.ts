import type { Subject } from '#server/platform/outbox.ts';
import type { DeliveryState } from '#shared/domain/delivery.ts';
import type { SmsTemplate } from '#shared/texts/uk/sms.ts';
import { type Delivery, DeliveryModel } from './delivery.model.ts';

/** One message about a subject as staff see it: what it told, how far it came and since when. */
export interface DeliveryLine {
  template: SmsTemplate;
  state: DeliveryState;
  at: Date;
}
/** The messages about a subject, oldest first. */
export async function deliveriesOf({ kind, id }: Subject): Promise<DeliveryLine[]> {
  const rows = await DeliveryModel.find({ 'subject.kind': kind, 'subject.id': id })
    .sort({ _id: 1 })
    .select('template state changes notBefore')
    .lean<Pick<Delivery, 'template' | 'state' | 'changes' | 'notBefore'>[]>();
  return rows.map(({ template, state, changes, notBefore }) => ({
    template,
    state,
    at: changes.at(-1)?.at ?? notBefore,
  }));
}

/** What the relay needs of a message that is to be queued. */
export interface DueDelivery {
  id: string;
  isCode: boolean;
}
/** Messages whose hour has come, earliest first: to be sent, queued again where their job was lost, or asked after. */
export async function* dueDeliveries(at: Date): AsyncGenerator<DueDelivery> {
  const due = DeliveryModel.find({ dueAt: { $lte: at } })
    .sort({ dueAt: 1 })
    .select('recipient')
    .lean<DeliveryId>();
  for await (const row of due.cursor()) yield dueOf(row as DeliveryId);
}
type DeliveryId = Pick<Delivery, '_id' | 'recipient'>;
const dueOf = ({ _id, recipient }: DeliveryId): DueDelivery => ({
  id: String(_id),
  isCode: recipient.kind === 'phone-code',
});
/** The collection of the ledger and what a follower of its inserts has to read. */
export const LEDGER = { collection: DeliveryModel.collection.name, fields: ['recipient', 'dueAt'] } as const;
/** A new row of the ledger, as the change stream shows it, where it is to be sent at once; else null. */
export function dueNow(document: Record<string, unknown>, at: Date): DueDelivery | null {
  const row = document as Pick<Delivery, '_id' | 'recipient' | 'dueAt'>;
  return row.dueAt && row.dueAt <= at ? dueOf(row) : null;
}
