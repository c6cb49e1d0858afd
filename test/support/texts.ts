import { Types } from 'mongoose';
import { type Delivery, DeliveryModel } from '#server/notifications/delivery.model.ts';
import { addRules, NOTIFICATIONS, type Recipient, useAudience } from '#server/notifications/index.ts';
import { type Facts, OutboxModel, subscribe } from '#server/platform/outbox.ts';
import { transaction } from '#server/platform/transaction.ts';

/** A kind of subject for tests alone: whoever is told of one is said here. */
const people = new Map<string, Recipient[]>();
const phones = new Map<string, string>();
const addresses = new Map<string, string>();
/** Rules and an audience for events of a `test` subject, as composition would set them. */
export function useTestAudience(): void {
  addRules(TEST_RULES);
  useAudience('test', async (id) => people.get(id) ?? []);
  subscribe(NOTIFICATIONS, (kind) => kind.startsWith('test.'));
}
const TEST_RULES = {
  'test.answered': { sms: 'appeal.answered', email: 'appeal.answered' },
  'test.filed': { email: 'appeal.filed' },
  'test.assigned': 'none',
} as const;

/** Somebody who proved a number and wants texts, with whatever matters to the test put over it. */
export function aRecipient(over: Partial<Recipient> = {}, phone = '+380671234567'): Recipient {
  const id = String(new Types.ObjectId());
  phones.set(id, phone);
  const reach = { hasVerifiedPhone: true, wantsSms: true, hasEmail: false };
  return { kind: 'person', id, ...reach, link: '7KQ2M4P', ...over };
}
/** Somebody who left an address, and has a phone for texts beside. */
export function aReader(email: string, phone?: string): Recipient {
  const reader = aRecipient({ hasEmail: true }, phone);
  addresses.set(reader.id, email);
  return reader;
}
/** Where the wording finds addresses in tests. */
export const emailOf = async (id: string): Promise<string | null> => addresses.get(id) ?? null;
/** Where the wording finds numbers in tests. */
export const phoneOf = async (id: string): Promise<string | null> => phones.get(id) ?? null;
/** Changes who is told of a subject from now on. */
export const tell = (subjectId: string, ...recipients: Recipient[]): void => void people.set(subjectId, recipients);

/** Commits an event about a new subject of which these are told. */
export async function anEvent(
  recipients: readonly Recipient[],
  { kind = 'test.answered', facts = {} }: { kind?: `test.${string}`; facts?: Facts } = {},
): Promise<{ rowId: string; subjectId: string }> {
  const subjectId = String(new Types.ObjectId());
  tell(subjectId, ...recipients);
  const said = { number: '2600123452', dueOn: '2026-04-02', result: 'resolved', ...facts };
  await transaction((tx) =>
    tx.record([{ kind, subject: { kind: 'test', id: subjectId }, actorId: null, facts: said }]),
  );
  const row = await OutboxModel.findOne({ 'subject.id': subjectId }).lean();
  return { rowId: String(row?._id), subjectId };
}
/** The ledger's rows of a subject, oldest first. */
export const ledgerOf = (subjectId: string): Promise<Delivery[]> =>
  DeliveryModel.find({ 'subject.id': subjectId }).sort({ _id: 1 }).lean<Delivery[]>().exec();
