/** What messages about a case are of, as people switch them: what becomes of it by decision is one kind. */
export const MESSAGE_KINDS = ['answered', 'question', 'extended', 'decision', 'registered'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

const KINDS: Readonly<Record<string, MessageKind>> = {
  'appeal.filed': 'registered',
  'appeal.registered': 'registered',
  'appeal.question': 'question',
  'appeal.extended': 'extended',
  'appeal.forwarded': 'decision',
  'appeal.returned': 'decision',
  'appeal.terminated': 'decision',
  'appeal.answered': 'answered',
};
/** The kind of a message by its template; null for one that is not switched by kind, such as a code. */
export const messageKindOf = (template: string): MessageKind | null => KINDS[template] ?? null;
