import { PROVIDER_PREFIX } from '#shared/domain/sms-providers.ts';
import { smsLength } from '#shared/domain/sms-segments.ts';
import { NotBound, SmppLine, troubleIn } from './smpp.line.ts';
import { type FoundReceipt, receiptIn, stateBy } from './smpp.receipt.ts';
import { cannotBeAsked, NoList, type SmsGateway } from './sms.gateway.ts';

const [TIMEOUT_MS, ENQUIRE_MS] = [10_000, 30_000];
const PREFIX = PROVIDER_PREFIX.smpp;
/** Kinds and plans of numbers (SMPP 3.4, sections 5.2.5 and 5.2.6): a name, and an international number. */
const SENDER = { source_addr_ton: 5, source_addr_npi: 0 } as const;
const PHONE = { dest_addr_ton: 1, dest_addr_npi: 1 } as const;
/** Alphabets (section 5.2.19): the operator's own, which is GSM 7-bit, and UCS-2. */
const ALPHABET = { gsm7: 0, ucs2: 8 } as const;
/** Answers that say the number or the text is at fault: ESME_RINVMSGLEN, RINVDSTADR, RINVDSTTON, RINVDSTNPI. */
const REFUSALS = new Set([0x01, 0x0b, 0x50, 0x51]);
/** ESME_RSYSERR: the other side broke down, and who knows when. */
const BROKEN = 0x08;
/** ESME_RINVMSGID: no such message. */
const NO_SUCH_ID = 0x0c;

/** The account with an operator's SMSC, the name that phones show, and who hears the receipts. */
export interface SmppSettings {
  /** `smpp://name:password@host:port`, or `ssmpp://…` over TLS. */
  url: string;
  sender: string;
  /** Takes a receipt; a rejection has the operator bring it again. */
  onReceipt(receipt: FoundReceipt): Promise<void>;
  timeoutMs?: number;
  enquireMs?: number;
}

/** Words as the protocol carries them: a long text goes whole, and the operator cuts it into parts (`message_payload`, section 5.3.2.32). */
function wordsOf(text: string): object {
  const { encoding, parts } = smsLength(text);
  const words = encoding === 'gsm7' ? { message: text } : Buffer.from(text, 'utf16le').swap16();
  return { data_coding: ALPHABET[encoding], ...(parts > 1 ? { message_payload: words } : { short_message: words }) };
}

/** An operator's SMSC over SMPP 3.4 behind the port. It keeps no list, so what it did not answer stays unknown. */
export function smppGateway(settings: SmppSettings): SmsGateway {
  const { url, sender, onReceipt, timeoutMs = TIMEOUT_MS, enquireMs = ENQUIRE_MS } = settings;
  const line = new SmppLine({ url, timeoutMs, enquireMs }, async (pdu) => {
    const receipt = receiptIn(pdu);
    if (receipt) await onReceipt(receipt);
  });

  return {
    async send(_, to, text) {
      const address = { ...SENDER, source_addr: sender, ...PHONE, destination_addr: to.replace('+', '') };
      try {
        const answer = await line.ask('submit_sm', { ...address, registered_delivery: 1, ...wordsOf(text) });
        const cause = troubleIn(answer);
        if (cause === null)
          return answer.message_id
            ? { outcome: 'accepted', providerId: PREFIX + answer.message_id }
            : { outcome: 'unknown', cause: 'no-id' };
        if (answer.command_status === BROKEN) return { outcome: 'unknown', cause };
        return { outcome: REFUSALS.has(answer.command_status) ? 'refused' : 'busy', cause };
      } catch (error) {
        if (error instanceof NotBound) return { outcome: 'busy', cause: error.message, isDown: true };
        return { outcome: 'unknown', cause: 'no-answer' };
      }
    },
    // biome-ignore lint/correctness/useYield: it has nothing to give, ever
    async *takenSince() {
      throw new NoList('SMPP keeps no list');
    },
    async stateOf(providerId) {
      const asked = { message_id: providerId.slice(PREFIX.length), ...SENDER, source_addr: sender };
      const answer = await line.ask('query_sm', asked).catch((error: Error) => {
        throw cannotBeAsked(error.message);
      });
      const cause = troubleIn(answer);
      if (answer.command_status === NO_SUCH_ID) return null;
      if (cause !== null) throw cannotBeAsked(cause);
      const state = stateBy(answer.message_state);
      return state && { state, errorCode: answer.error_code ? String(answer.error_code) : null };
    },
    forget: async () => true, // the protocol shows nobody what was sent, and has no word to delete it
    close: () => line.close(),
  };
}
