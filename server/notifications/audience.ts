import type { Subject } from '#server/platform/outbox.ts';
import { byLetter, byText, type Recipient } from './recipient.ts';

/** Finds who is told of a subject's events; of a large audience only `recipientId`, where one is named. */
export type Audience = (subjectId: string, recipientId?: string) => Promise<Recipient[]>;

const audiences = new Map<string, Audience>([
  ['phone-code', async (id) => [byText('phone-code', id)]],
  ['email-code', async (id) => [byLetter('email-code', id)]],
]);

/** Names the audience of a kind of subject, at start, in every process that plans or sends. */
export const useAudience = (subjectKind: string, find: Audience): void => {
  audiences.set(subjectKind, find);
};
const audienceFor = ({ kind }: Subject): Audience => {
  const find = audiences.get(kind);
  if (!find) throw new Error(`notifications: nobody named the audience of a ${kind} at start`);
  return find;
};
/** Everybody who is told of this subject. */
export const audienceOf = (subject: Subject): Promise<Recipient[]> => audienceFor(subject)(subject.id);
/** One of them as they stand now; null where they no longer belong to it. */
export async function recipientOf(
  subject: Subject,
  { kind, id }: Pick<Recipient, 'kind' | 'id'>,
): Promise<Recipient | null> {
  const found = await audienceFor(subject)(subject.id, id);
  return found.find((one) => one.kind === kind && one.id === id) ?? null;
}
