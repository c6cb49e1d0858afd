import { Types } from 'mongoose';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import type { MoneyLine } from '#shared/domain/sms-money.ts';

/** A paid text of the ledger, as far as statistics go by it. */
export interface PaidText {
  on: string;
  line: MoneyLine;
  template: string;
  state: Delivery['state'];
  parts: number;
  kopiykas: number;
}
/** Writes paid texts into the ledger beside the product's own ways, so that whatever adds them up can be held to them. */
export const writeLedger = async (texts: readonly PaidText[]): Promise<void> => {
  await DeliveryModel.collection.insertMany(
    texts.map(({ on, line, template, state, parts, kopiykas }) => ({
      ...{ eventId: new Types.ObjectId(), template, channel: 'sms', state, parts },
      cost: { line, on, isCode: template === 'otp', kopiykas },
    })),
  );
};
const STATES = ['delivered', 'delivered', 'sent', 'undelivered', 'delivered', 'failed', 'accepted'] as const;
const KINDS = [
  ['appeals', 'appeal.answered'],
  ['appeals', 'otp'],
  ['appeals', 'appeal.registered'],
  ['deputies', 'deputy.new'],
  ['information', 'petition.answered'],
] as const;
/** Texts of the year up to and with a month: uneven days, states, lines and parts, the same each time. */
export function sampleTexts(year: number, months: number): PaidText[] {
  return Array.from({ length: months * 40 }, (_, n) => {
    const month = 1 + (n % months);
    const [line, template] = KINDS[(n * 7 + month) % KINDS.length] ?? KINDS[0];
    const parts = n % 11 === 0 ? 2 : 1;
    const on = `${year}-${String(month).padStart(2, '0')}-${String(1 + ((n * 5) % 28)).padStart(2, '0')}`;
    const price = month > 6 ? 75 : 60;
    return {
      on,
      line,
      template,
      state: STATES[(n * 3 + month) % STATES.length] ?? 'sent',
      parts,
      kopiykas: parts * price,
    };
  });
}
