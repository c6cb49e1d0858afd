import { messageKindOf } from '#shared/domain/message-kinds.ts';
import type { MessageTemplate } from './delivery.model.ts';
import type { Recipient } from './recipient.ts';

/**
 * Somebody as far as one message goes, by any of its templates: texts of a kind that they turned off are not wanted, and letters
 * that were turned off are refused, save the answer that they asked to get by e-mail at an address that is proved to be theirs:
 * a written answer is owed them (Law 393/96-ВР, art. 18). Pure.
 */
export function asWished(recipient: Recipient, templates: readonly MessageTemplate[]): Recipient {
  const kinds = templates.map(messageKindOf);
  const isMuted = kinds.some((kind) => kind !== null && recipient.mutedKinds?.includes(kind));
  const isOwed = kinds.includes('answered') && recipient.prefersEmail && recipient.hasProvedEmail === true;
  return {
    ...recipient,
    wantsSms: recipient.wantsSms && !isMuted,
    refusesLetters: recipient.refusesLetters === true && !isOwed,
  };
}
