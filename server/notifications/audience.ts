import { groupCommit } from '#server/platform/group-commit.ts';
import type { Subject } from '#server/platform/outbox.ts';
import { byLetter, byText, type Recipient } from './recipient.ts';

/** Which of an audience are asked for: those with these ids, or so many after an id, in the order of the ids; all where nothing is said. */
export interface Wanted {
  recipientIds?: readonly string[];
  after?: string | null;
  most?: number;
}
/** Finds who is told of a subject's events, ascending by id; an audience that is always one recipient may answer with them whatever is wanted. */
export type Audience = (subjectId: string, wanted: Wanted) => Promise<Recipient[]>;

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
/** So many of those who are told of this subject after the one of that id, in the order of their ids; null begins with the first. */
export const audienceAfter = (subject: Subject, after: string | null, most: number): Promise<Recipient[]> =>
  audienceFor(subject)(subject.id, { after, most });
interface Asked {
  subject: Subject;
  recipient: Pick<Recipient, 'kind' | 'id'>;
}
const nameOf = ({ kind, id }: Pick<Recipient, 'kind' | 'id'>): string => `${kind} ${id}`;
/** Those asked for while one question is on its way are asked for together, of each subject once. */
const recipientsTogether = groupCommit<Asked, Recipient | null>(
  async (asked) => {
    const wanted = new Map<string, { subject: Subject; recipientIds: string[] }>();
    for (const { subject, recipient } of asked) {
      const known = wanted.get(nameOf(subject));
      if (known) known.recipientIds.push(recipient.id);
      else wanted.set(nameOf(subject), { subject, recipientIds: [recipient.id] });
    }
    const found = await Promise.all(
      [...wanted].map(async ([name, { subject, recipientIds }]) => {
        const told = await audienceFor(subject)(subject.id, { recipientIds });
        return [name, new Map(told.map((one) => [nameOf(one), one]))] as const;
      }),
    );
    const all = new Map(found);
    return asked.map(({ subject, recipient }) => all.get(nameOf(subject))?.get(nameOf(recipient)) ?? null);
  },
  { most: 250 },
);
/** One of them as they stand now; null where they no longer belong to it. */
export const recipientOf = (subject: Subject, recipient: Asked['recipient']): Promise<Recipient | null> =>
  recipientsTogether({ subject, recipient });
