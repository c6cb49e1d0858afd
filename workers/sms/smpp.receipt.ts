import type { Pdu } from 'smpp';
import { PROVIDER_PREFIX } from '#shared/domain/sms-providers.ts';
import type { Fate } from './sms.gateway.ts';

/** A receipt that came over a connection: it knows the provider's id alone. */
export type FoundReceipt = Fate & { providerId: string };

/** Message states of SMPP 3.4, section 5.2.28; 7 is UNKNOWN and says nothing. */
const BY_NUMBER: Readonly<Record<number, Fate['state']>> = {
  1: 'sent',
  2: 'delivered',
  3: 'undelivered',
  4: 'failed',
  5: 'undelivered',
  6: 'accepted',
  8: 'failed',
};
/** The same in the words of a receipt's text (appendix B). */
const BY_WORD: Readonly<Record<string, Fate['state']>> = {
  ENROUTE: 'sent',
  DELIVRD: 'delivered',
  EXPIRED: 'undelivered',
  DELETED: 'failed',
  UNDELIV: 'undelivered',
  ACCEPTD: 'accepted',
  REJECTD: 'failed',
};
/** Bits of esm_class that say what kind of message it is (section 5.2.12), and their value for a receipt. */
const [KIND, RECEIPT] = [0x3c, 0x04];

/** The state that a number stands for; null where it says nothing. */
export const stateBy = (number: number | undefined): Fate['state'] | null => BY_NUMBER[number ?? 0] ?? null;
const wordsOf = (pdu: Pdu): string => {
  const { message = '' } = pdu.message_payload ?? pdu.short_message ?? {};
  return typeof message === 'string' ? message : message.toString('latin1');
};

/**
 * What a deliver_sm says of a text of ours; null where it is no receipt or says nothing. Parameters come before the words, whose
 * form is each operator's own; of those only the id, the state and the error are read.
 */
export function receiptIn(pdu: Pdu): FoundReceipt | null {
  if (((pdu.esm_class ?? 0) & KIND) !== RECEIPT) return null;
  const words = wordsOf(pdu);
  const id = pdu.receipted_message_id || /\bid:\s*([\w.-]{1,65})/i.exec(words)?.[1];
  const state = stateBy(pdu.message_state) ?? BY_WORD[/\bstat:\s*(\w{1,10})/i.exec(words)?.[1]?.toUpperCase() ?? ''];
  if (!id || !state) return null;
  const error = /\berr:\s*(\w{1,6})/i.exec(words)?.[1] ?? '';
  return { providerId: PROVIDER_PREFIX.smpp + id, state, errorCode: /^0*$/.test(error) ? null : error };
}
