import twilio from 'twilio';
import { TWILIO_STATES } from '#server/notifications/index.ts';
import { faultOf } from './never-left.ts';
import { cannotBeAsked, type Sent, type SmsGateway } from './sms.gateway.ts';

/** Errors that say the number or the text is at fault, so trying again is no use (Twilio's error and warning dictionary). */
const REFUSALS = new Set([21211, 21217, 21408, 21602, 21604, 21610, 21612, 21614, 21617]);
/** The provider's dates are whole seconds of its own clock. */
const SLACK_MS = 5_000;
const TIMEOUT_MS = 10_000;
/** Messages that the provider is asked for at once, newest first. */
const PAGE = 50;

/** An error of the SDK: of the provider's answer, or of the network where there was none. */
interface SdkError {
  code?: number | string;
  status?: number;
}
/** What an error of the SDK says of the message: a 5xx or a time-out may have been sent, any other answer was not. */
function outcomeOf({ code, status }: SdkError): Exclude<Sent, { outcome: 'accepted' }> {
  if (status === undefined) return faultOf(code);
  const cause = code === undefined ? `http-${status}` : `twilio-${code}`;
  if (status >= 500) return { outcome: 'unknown', cause };
  if (REFUSALS.has(Number(code))) return { outcome: 'refused', cause };
  return { outcome: 'busy', cause, isDown: status === 401 || status === 403 };
}
const cannotSay = (cause: SdkError): never => {
  throw cannotBeAsked(outcomeOf(cause).cause);
};
const isGone = ({ status }: SdkError): boolean => status === 404;

/** The account, and where Twilio reaches us with its receipts. */
export interface TwilioSettings {
  accountSid: string;
  authToken: string;
  messagingServiceSid: string;
  publicUrl: string;
  /** Where the SDK sends instead of api.twilio.com, such as the phone simulator. */
  apiUrl?: string | undefined;
  /** Milliseconds until a silent provider is given up on. */
  timeoutMs?: number;
}

type Listed = Pick<Awaited<ReturnType<twilio.Twilio['messages']['page']>>, 'instances' | 'nextPage'>;

/** Twilio behind the port. The callback names the delivery, so a receipt finds its row even where the answer to `send` was lost. */
export function twilioGateway(settings: TwilioSettings): SmsGateway {
  const { accountSid, authToken, messagingServiceSid, publicUrl, apiUrl, timeoutMs = TIMEOUT_MS } = settings;
  const httpClient = new twilio.RequestClient({ timeout: timeoutMs });
  const client = twilio(accountSid, authToken, { httpClient, autoRetry: false });
  if (apiUrl) client.api.baseUrl = apiUrl.replace(/\/+$/, '');

  return {
    async send(deliveryId, to, body) {
      const statusCallback = `${publicUrl}/hooks/twilio/status?delivery=${deliveryId}`;
      try {
        const { sid } = await client.messages.create({ to, body, messagingServiceSid, statusCallback });
        return sid ? { outcome: 'accepted', providerId: sid } : { outcome: 'unknown', cause: 'no-sid' };
      } catch (cause) {
        return outcomeOf(cause as SdkError);
      }
    },
    /** Twilio has no key of ours: what it took for this number since then, with the same words. */
    async *takenSince({ since, to, text }) {
      const from = since.getTime() - SLACK_MS;
      // By `to` alone: a message that was taken but not yet sent has no date of sending to filter by.
      let page: Listed | undefined = await client.messages.page({ to, pageSize: PAGE }).catch(cannotSay);
      while (page) {
        const recent: Listed['instances'] = page.instances.filter(({ dateCreated }) => dateCreated.getTime() >= from);
        for (const { sid, body } of recent) if (body === text) yield sid;
        page = recent.length < page.instances.length ? undefined : await page.nextPage()?.catch(cannotSay);
      }
    },
    async stateOf(providerId) {
      const found = await client
        .messages(providerId)
        .fetch()
        .catch((cause: SdkError) => (isGone(cause) ? null : cannotSay(cause)));
      if (!found) return null;
      const { status, errorCode } = found;
      const state = TWILIO_STATES[status] ?? cannotSay({ status: 200, code: status });
      return { state, errorCode: errorCode ? String(errorCode) : null };
    },
    forget: (providerId) => client.messages(providerId).remove().catch(isGone),
    close: async () => {}, // nothing is kept open
  };
}
